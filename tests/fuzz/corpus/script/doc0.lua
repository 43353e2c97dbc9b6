measure("times_weight", {
    unit = "1",
    label = {nl = "keer het eigen gewicht", en = "times its own weight"},
    value = function() return get("breaking_load", "N") / (get("mass", "kg") * 9.81) end,
})
