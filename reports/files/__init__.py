"""The files of a release, in each format and language.

Every file is made from an Edition, and so from the frozen content of its release alone: the same
release in the same language always gives the same bytes.
"""
