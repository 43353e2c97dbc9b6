local words = ("knik, trek, druk"):split(", ")
table.sort(words)
on("start", function()
    for place, word in ipairs(words) do log(string.format("%d: %-6s", place, word:upper())) end
end)
