---@meta
-- De woorden voor scripts van lessen. Zet dit bestand naast je les: je editor vult ze dan aan.

--- De waarde van een instelling, uitkomst, meting of vraag, in de eenheid die je noemt; zonder eenheid in SI. Nog niet bekend: nan.
---@param name string
---@param unit? string
---@return number|string|boolean
function get(name, unit) end

--- Wat een waarde is: kind, unit, min, max, options, locked en settable.
---@param name string
---@return table
function info(name) end

--- Seconden van de proef, nooit van de klok.
---@return number
function time() end

--- Stappen van de proef tot nu.
---@return integer
function steps() end

--- Seconden per stap.
---@return number
function dt() end

--- "stopped", "running", "paused" of "ended".
---@return string
function state() end

--- De laatste 200 metingen, oudste eerst: van elk number, de instellingen en de uitkomsten in SI.
---@return table
function runs() end

--- De rijen van een tabel, elk met de kolommen in SI.
---@param table string
---@return table
function rows(table) end

--- Wat de leerling bij een vraag invulde; nil zonder antwoord.
---@param item string
---@return any
function answer(item) end

--- Een tekst uit texts, of de woorden zelf, met $(…) ingevuld.
---@param text string
---@param vars? table
---@return string
function text(text, vars) end

--- "nl" of "en".
---@return string
function lang() end

--- Het niveau van de leerling; "" zonder niveaus.
---@return string
function level() end

--- Rekent een getal om naar een andere eenheid.
---@param value number
---@param from string
---@param to string
---@return number
function convert(value, from, to) end

--- Verandert een instelling die het lab daarvoor vrijgeeft.
---@param name string
---@param value number|string
---@param unit? string
function set(name, value, unit) end

--- Doet een handeling van het lab, met haar waarden in SI.
---@param action string
---@param args? table
function call(action, args) end

--- Laat de proef lopen.
function run() end

--- Zet de proef stil.
function pause() end

--- Zet de proef terug op het begin.
function reset() end

--- Verstoort een instelling: {shape, value, unit, after, last, period}; shape is pulse, step, ramp, sine of noise.
---@param name string
---@param how table
function disturb(name, how) end

--- Toont de leerling een tekst; tijdens een proef hoogstens één per seconde.
---@param text string
---@param vars? table
function say(text, vars) end

--- Geeft de volgende hint van een vraag.
---@param item string
function hint(item) end

--- Beoordeelt een onderdeel met een getal van 0 tot 1.
---@param item string
---@param score number
function mark(item, score) end

--- Schrijft een regel voor de maker van de les.
---@param ... any
function log(...) end

--- Een getal van 0 tot 1, of een geheel getal van low tot en met high.
---@param low? integer
---@param high? integer
---@return number
function random(low, high) end

--- Een normaal verdeeld getal.
---@param mean number
---@param deviation number
---@return number
function normal(mean, deviation) end

--- Een eigen reeks toevalsgetallen: meer vragen van de ene verschuift een andere niet.
---@param name string
---@return rng
function stream(name) end

---@class rng
local rng = {}

--- Als random(), uit deze reeks.
---@param low? integer
---@param high? integer
---@return number
function rng:random(low, high) end

--- Als normal(), uit deze reeks.
---@param mean number
---@param deviation number
---@return number
function rng:normal(mean, deviation) end

--- Roept een functie aan bij een gebeurtenis, met een filter alleen bij die vraag, stap of instelling.
---@param event string
---@param filter string|function
---@param handler? function
---@return integer
function on(event, filter, handler) end

--- Roept een functie steeds na zoveel seconden van de proef aan, hoogstens één keer per stap.
---@param seconds number
---@param action function
---@return integer
function every(seconds, action) end

--- Roept een functie één keer aan, na zoveel seconden van de proef.
---@param seconds number
---@param action function
---@return integer
function after(seconds, action) end

--- Roept een functie aan telkens als een uitdrukking waar wordt; met {once = true} alleen de eerste keer.
---@param expression string
---@param action function
---@param options? table
---@return integer
function when(expression, action, options) end

--- Begint een reeks die kan wachten met wait().
---@param sequence function
---@return integer
function spawn(sequence) end

--- Wacht in een reeks zoveel seconden van de proef.
---@param seconds number
function wait(seconds) end

--- Stopt wat on, every, after, when of spawn begon.
---@param handle integer
function cancel(handle) end

--- Maakt een eigen meting: {unit, value = function, label, every}. Ze telt mee als elke andere uitkomst.
---@param id string
---@param how table
function measure(id, how) end

--- Een doel voor een taak: de functie geeft true, of hoever het is van 0 tot 1.
---@param id string
---@param reached function
function goal(id, reached) end

--- Een controle: de functie krijgt {runs, rows, answers} en geeft true of false, en eventueel een tekst met waarden.
---@param id string
---@param judge function
function check(id, judge) end

--- Geeft een fout als de waarde niet waar is.
---@param value any
---@param ... any
---@return any
function assert(value, ...) end

--- Geeft een fout met jouw tekst.
---@param message? any
---@param level? integer
function error(message, level) end

--- Gaat een lijst af, van 1 tot de eerste lege plaats.
---@param list table
---@return function
function ipairs(list) end

--- Gaat een tabel af op volgorde van de sleutels: eerst getallen, dan teksten.
---@param table table
---@return function
function pairs(table) end

--- Probeert een functie: true en wat ze geeft, of false en de fout.
---@param action function
---@param ... any
---@return boolean, any
function pcall(action, ...) end

--- De waarden vanaf een plaats, of met '#' hoeveel het er zijn.
---@param first integer|string
---@param ... any
---@return any
function select(first, ...) end

--- Maakt van een tekst een getal; nil als het er geen is.
---@param value any
---@param base? integer
---@return number|nil
function tonumber(value, base) end

--- Toont een waarde als tekst.
---@param value any
---@return string
function tostring(value) end

--- De soort: "number", "string", "boolean", "table", "function" of "nil".
---@param value any
---@return string
function type(value) end

math = {}

--- Zonder min.
---@param x number
---@return number
function math.abs(x) end

--- Boogcosinus, in radialen.
---@param x number
---@return number
function math.acos(x) end

--- Boogsinus, in radialen.
---@param x number
---@return number
function math.asin(x) end

--- Boogtangens van y/x, in radialen.
---@param y number
---@param x? number
---@return number
function math.atan(y, x) end

--- Rondt naar boven af.
---@param x number
---@return integer
function math.ceil(x) end

--- Cosinus van radialen.
---@param x number
---@return number
function math.cos(x) end

--- e tot de macht x.
---@param x number
---@return number
function math.exp(x) end

--- Rondt naar beneden af.
---@param x number
---@return integer
function math.floor(x) end

--- De rest van x gedeeld door y.
---@param x number
---@param y number
---@return number
function math.fmod(x, y) end

--- Natuurlijke logaritme, of die met een ander grondtal.
---@param x number
---@param base? number
---@return number
function math.log(x, base) end

--- De grootste.
---@param x number
---@param ... number
---@return number
function math.max(x, ...) end

--- De kleinste.
---@param x number
---@param ... number
---@return number
function math.min(x, ...) end

--- x tot de macht y; hetzelfde als x ^ y.
---@param x number
---@param y number
---@return number
function math.pow(x, y) end

--- Sinus van radialen.
---@param x number
---@return number
function math.sin(x) end

--- Wortel.
---@param x number
---@return number
function math.sqrt(x) end

--- Tangens van radialen.
---@param x number
---@return number
function math.tan(x) end

--- Het gehele getal, of nil.
---@param x any
---@return integer|nil
function math.tointeger(x) end

--- "integer", "float" of nil.
---@param x any
---@return string|nil
function math.type(x) end

string = {}

--- De bytes van een tekst als getallen.
---@param s string
---@param first? integer
---@param last? integer
---@return integer
function string.byte(s, first, last) end

--- Een tekst uit bytes.
---@param ... integer
---@return string
function string.char(...) end

--- Of een tekst een andere bevat.
---@param s string
---@param part string
---@return boolean
function string.contains(s, part) end

--- Zet waarden in een vorm zoals "%.1f".
---@param form string
---@param ... any
---@return string
function string.format(form, ...) end

--- Het aantal bytes.
---@param s string
---@return integer
function string.len(s) end

--- Met kleine letters; alleen a tot z.
---@param s string
---@return string
function string.lower(s) end

--- Zoveel keer dezelfde tekst, met iets ertussen.
---@param s string
---@param times integer
---@param between? string
---@return string
function string.rep(s, times, between) end

--- Achterstevoren.
---@param s string
---@return string
function string.reverse(s) end

--- Verdeelt een tekst in een lijst.
---@param s string
---@param between string
---@return table
function string.split(s, between) end

--- Een stuk van een tekst; -1 is het laatste teken.
---@param s string
---@param first integer
---@param last? integer
---@return string
function string.sub(s, first, last) end

--- Zonder spaties aan de randen.
---@param s string
---@return string
function string.trim(s) end

--- Met hoofdletters; alleen a tot z.
---@param s string
---@return string
function string.upper(s) end

utf8 = {}

--- Het aantal tekens; nil als het geen UTF-8 is.
---@param s string
---@return integer|nil
function utf8.len(s) end

table = {}

--- Plakt een lijst aan elkaar.
---@param list table
---@param between? string
---@param first? integer
---@param last? integer
---@return string
function table.concat(list, between, first, last) end

--- Zet iets achteraan in een lijst, of op een plaats.
---@param list table
---@param place any
---@param ... any
function table.insert(list, place, ...) end

--- Haalt het laatste uit een lijst, of wat op een plaats staat.
---@param list table
---@param place? integer
---@return any
function table.remove(list, place) end

--- Sorteert een lijst; wat gelijk is, houdt zijn volgorde.
---@param list table
---@param before? function
function table.sort(list, before) end

--- De waarden van een lijst, hoogstens 200.
---@param list table
---@param first? integer
---@param last? integer
---@return any
function table.unpack(list, first, last) end

---@type number
math.pi = nil
---@type number
math.huge = nil

--- Bewaart getallen, teksten, true en false bij het werk van de leerling; hoogstens 4096 bytes.
---@type table
memory = {}
