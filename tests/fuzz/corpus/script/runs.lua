on("run_start", function() for i, r in ipairs(runs()) do log(r.mass, r.speed, r.road) end
local x = info("force") log(x.min, x.max, info("road").options[1], answer("guess"), text("x"), lang(), level(), state(), time(), steps(), dt())
mark("doel", 0.5) hint("doel") run() pause() reset() cancel(1) stream("w"):normal(1, 2) assert(get("doel"), "x") error({1}) end)
