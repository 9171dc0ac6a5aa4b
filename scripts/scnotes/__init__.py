"""The library behind the site and its checks: pure, no MkDocs, no sockets at import."""
