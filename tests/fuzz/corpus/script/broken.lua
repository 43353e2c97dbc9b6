if x = then 3x "open
