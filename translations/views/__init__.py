"""The pages on which staff follow translations and exchange files with translators."""
