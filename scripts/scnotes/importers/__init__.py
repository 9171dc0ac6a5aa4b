"""From documents as received to pages: one module for what is read, one for each noun it is made of."""
