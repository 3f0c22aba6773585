"""The providers: a client and a specification each, behind two protocols and one HTTP seam."""
