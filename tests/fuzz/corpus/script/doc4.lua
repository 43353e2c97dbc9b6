on("task_start", function()
    disturb("room_temperature", {shape = "pulse", value = -5, unit = "K", after = 600, last = 1200})
end)

on("hint", function()
    set("lamp_power", 40, "W")
end)
