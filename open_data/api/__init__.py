"""The read-only JSON API: what is published, for programs to read.

An address answers in its own language, like a page, and never more than a page tells.
"""
