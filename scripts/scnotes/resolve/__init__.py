"""The online proof: is what a link promises, a UN document in a language, what the UN serves there?

``transport`` is the only module that reaches the network; ``prove`` takes it as a parameter; all others are pure.
"""
