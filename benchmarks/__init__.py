"""What the table of speeds is made from: each figure is measured on the real parts, never estimated."""
