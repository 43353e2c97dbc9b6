on("hint", function()
log(("a,b"):split(","), ("x"):rep(3, "-"), ("abc"):sub(-2), string.format("%5.2f|%-5s|%05d|%x", 1.5, "a", 7, 255))
log(utf8.len("é"), ("a"):byte(1, -1), string.char(65), (" x "):trim(), ("ab"):contains("b"), ("ab"):reverse():upper():lower())
log(tonumber("ff", 16), tostring({}), type(1), select("#", 1, 2), table.unpack({1, 2}))
local t = {3, 1, 2} table.sort(t, function(a, b) return a > b end) table.insert(t, 1, 0) table.remove(t)
for k, v in pairs({a = 1, [2] = 3, [true] = 4}) do log(k, v, table.concat(t, ",")) end
log(math.sin(1), math.atan(1, 2), 2 ^ 0.5, 7 // 2, 7 % 3, 1 << 3, math.type(1), math.max(1, 2), convert(1, "km/h", "m/s"))
end)
