"""The four providers: one file each, behind two protocols and one HTTP seam."""
