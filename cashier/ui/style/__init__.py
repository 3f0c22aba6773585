"""How everything looks: tokens, theme, fonts and icons."""
