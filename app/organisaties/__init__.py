"""The organisations of the chain, as the application manager keeps them."""
