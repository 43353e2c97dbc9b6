goal("light_and_strong", function()
    local light = math.min(1, 0.100 / get("mass", "kg"))
    local strong = math.min(1, get("breaking_load", "N") / 40)
    return light * strong
end)

check("three_heights", function(ctx)
    local seen, count = {}, 0
    for _, run in ipairs(ctx.runs) do
        if not seen[run.height] then
            seen[run.height] = true
            count = count + 1
        end
    end
    if count >= 3 then return true end
    return false, "Meet nog bij " .. (3 - count) .. " andere hoogtes."
end)
