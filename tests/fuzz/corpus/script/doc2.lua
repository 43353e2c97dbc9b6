every(3600, function()
    if get("air_temperature", "°C") < 18 then memory.cold_hours = (memory.cold_hours or 0) + 1 end
end)

spawn(function()
    wait(6 * 3600)
    say("Zes uur voorbij.")
    wait(6 * 3600)
    say("De nacht is om.")
end)
