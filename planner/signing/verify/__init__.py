"""Judging a document: was it changed, who signed, with which key, and is it the plan that it says it is.

The way of a file: `sandbox` gives its bytes to a child process with limits (`child`), which reads them
(`reading`, with `container`, `attached` and `footers`) and answers with `facts`. `judging` weighs the
facts against what this computer knows: the keys met before and, where given, the plan's own record. It
makes a `verdict` in plain sentences. `verify_document` in `verifying` does it all.

What it can't show is said each time: who holds a key, whether a clock was right, and whether a
certificate was withdrawn.
"""
