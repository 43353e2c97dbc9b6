on("run_start", function()
    say("De emmer wordt gevuld.")
end)

on("change", "height", function()
    log("height is now", get("height", "cm"))
end)

when("sag > 5 mm", function()
    say("Kijk: de brug zakt al $(sag in mm) door.")
end, {once = true})
