"""Digital signatures: identities, signing a plan's document, known signers, and judging what was signed.

Nothing here claims more than it checks: a signature shows which key signed and that nothing changed
since. Who holds the key, and whether the signer's clock was right, it can't show.

Import the modules here where they are needed and not at start-up: the libraries behind them are slow.
"""
