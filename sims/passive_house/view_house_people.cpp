#include "sims/passive_house/view_house_people.h"

#include <algorithm>
#include <cmath>

#include "sims/passive_house/view_house_style.h"

namespace pt::house_view {
namespace {

constexpr int mostPersons = 8;
constexpr double bunk = 1.02;  // m from a bed to the one above it

void drawBed(Scene& scene, Vec at) {
    scene.rect(at, at + Vec(0.08, 0.95), outlined(Ink::wood, Ink::ink, 1));
    scene.rect(at + Vec(0.08, 0.14), at + Vec(2.0, 0.32), outlined(Ink::wood, Ink::ink, 1));
    scene.rect(at + Vec(0.08, 0.32), at + Vec(2.0, 0.52), outlined(Ink::sheet, Ink::ink, 1));
    scene.rect(at + Vec(0.7, 0.34), at + Vec(2.03, 0.58), outlined(Ink::series6, Ink::ink, 1));
    scene.rect(at + Vec(0.12, 0.52), at + Vec(0.55, 0.66), outlined(Ink::sheet, Ink::ink, 1));
    for (const double x : {0.1, 1.9})
        scene.rect(at + Vec(x, 0), at + Vec(x + 0.07, 0.14), filled(Ink::wood));
}

// Standing, or sitting with the seat at `seat` m above the floor.
void drawPerson(Scene& scene, Vec foot, double tall, double seat, Ink shirt, bool marked,
                int item) {
    const Ink line = marked ? Ink::accent : Ink::ink;
    const double hip = seat > 0 ? seat + 0.08 : 0.47 * tall, neck = hip + 0.35 * tall;
    const double width = marked ? 2.5 : 1;
    for (const double x : {-0.07, 0.07}) {
        const Vec hipAt = foot + Vec(x, hip);
        if (seat > 0) {
            scene.bar(hipAt, hipAt + Vec(0.4, 0), 0.12, filled(Ink::series7));
            scene.bar(hipAt + Vec(0.4, 0), Vec(hipAt.x + 0.42, foot.y), 0.1, filled(Ink::series7));
        } else {
            scene.bar(hipAt, foot + Vec(1.3 * x, 0), 0.12, filled(Ink::series7));
        }
    }
    scene.bar(foot + Vec(0, hip - 0.04), foot + Vec(0, neck), 0.31, outlined(shirt, line, width),
              item);
    scene.bar(foot + Vec(0.1, neck - 0.08), foot + Vec(0.24, hip + 0.12), 0.09,
              outlined(shirt, line, 1));
    scene.circle(foot + Vec(0, neck + 0.15), 0.125, outlined(Ink::spaghetti, line, width), item);
    scene.polygon({foot + Vec(-0.13, neck + 0.17), foot + Vec(0.11, neck + 0.22),
                   foot + Vec(0.05, neck + 0.29), foot + Vec(-0.09, neck + 0.28)},
                  filled(Ink::spaghettiEdge));
}

// Where a person is by day: on the sofa, at a desk, on their feet.
struct Seat {
    double x, height, tall;  // share of the depth; m
    int storey = 0;
};
Seat seatOf(const HouseFrame& frame, int person) {
    constexpr Seat below[] = {{0.56, 0.42, 1.72}, {0.27, 0, 1.64}, {0.14, 0, 1.2}, {0.72, 0, 1.78}};
    constexpr Seat above[] = {{0.13, 0.42, 1.6}, {0.42, 0, 1.4}, {0.8, 0, 1.7}, {0.34, 0, 1.1}};
    const int storeys = frame.house.storeys;
    const int storey = storeys > 1 ? person % 2 * (1 + person / 2 % (storeys - 1)) : 0;
    const int row = storeys > 1 ? person / 2 : person;
    Seat seat = (storey == 0 ? below : above)[row % 4];
    seat.storey = storey;
    return seat;
}

// Where a person sleeps. People share out over the upper storeys; a house with one storey has its
// bed in the only room.
struct Berth {
    int storey = 0;
    int level = 0;   // 1: the upper bed
    int behind = 0;  // who lies nearer to us
};

int bedrooms(const House& house) { return std::max(1, house.storeys - 1); }

int sleepersOn(const House& house, int storey, int persons) {
    const int room = house.storeys > 1 ? storey - 1 : storey, rooms = bedrooms(house);
    return room < 0 ? 0 : persons / rooms + (room < persons % rooms ? 1 : 0);
}

Berth berthOf(const House& house, int person, int persons) {
    const int rooms = bedrooms(house), order = person / rooms;
    Berth berth;
    berth.storey = house.storeys > 1 ? 1 + person % rooms : 0;
    const int sleepers = sleepersOn(house, berth.storey, persons);
    const int abreast = sleepers > 2 ? (sleepers + 1) / 2 : std::max(1, sleepers);
    berth.level = order / abreast;
    berth.behind = order % abreast;
    return berth;
}

Vec bedAt(const HouseFrame& frame, int storey) {
    const double d = frame.house.depth;
    return {std::max(0.0, std::min(0.5 * d, d - 2.1)), frame.storeyFloor(storey)};
}

Vec berthAt(const HouseFrame& frame, const Berth& berth) {
    return bedAt(frame, berth.storey) + Vec(0, berth.level * bunk) + 0.08 * berth.behind * Vec(1);
}

void drawSleeper(Scene& scene, Vec at, Ink blanket, bool marked, int item) {
    const Style line = outlined(blanket, marked ? Ink::accent : Ink::ink, marked ? 2.5 : 1);
    const Vec head = at + Vec(0.36, 0.75);
    scene.circle(head, 0.125, outlined(Ink::spaghetti, line.stroke, line.width), item);
    scene.polygon({head + Vec(-0.13, -0.06), head + Vec(-0.03, 0.0), head + Vec(0.02, 0.125),
                   head + Vec(-0.08, 0.11)},
                  filled(Ink::spaghettiEdge));
    scene.bar(at + Vec(0.58, 0.63), at + Vec(1.92, 0.58), 0.24, line, item);
}

}  // namespace

int personsOf(const HouseUse& use) {
    return std::clamp(static_cast<int>(use.persons + 0.5), 0, mostPersons);
}

int personsAtHome(const HouseUse& use, const HouseNow& now) {
    const double share = presence(use, static_cast<int>(now.hour) % 24);
    return static_cast<int>(std::floor(personsOf(use) * share + 0.5));
}

Vec personPlace(const HouseFrame& frame, const HouseNow& now, int person, int persons) {
    if (now.isNight())
        return berthAt(frame, berthOf(frame.house, person, persons)) + Vec(0.9, 0.65);
    const Seat seat = seatOf(frame, person);
    return {seat.x * frame.house.depth, frame.storeyFloor(seat.storey) + 1};
}

void drawPeople(Scene& scene, const HouseFrame& frame, const HouseNow& now, const HouseLook& look,
                const HouseItems& items, int persons) {
    constexpr Ink shirts[] = {Ink::series1, Ink::series2, Ink::series4, Ink::series6};
    for (size_t i = items.persons.size(); i-- > 0;) {  // who lies behind comes first
        const int person = static_cast<int>(i);
        const bool marked = look.marked("person." + std::to_string(person + 1));
        if (now.isNight()) {
            const Berth berth = berthOf(frame.house, person, persons);
            drawSleeper(scene, berthAt(frame, berth), shirts[i % 4], marked, items.persons[i]);
            continue;
        }
        const Seat seat = seatOf(frame, person);
        drawPerson(scene, {seat.x * frame.house.depth, frame.storeyFloor(seat.storey)}, seat.tall,
                   seat.height, shirts[i % 4], marked, items.persons[i]);
    }
}

void drawBeds(Scene& scene, const HouseFrame& frame, int storey, int persons) {
    const Vec at = bedAt(frame, storey);
    drawBed(scene, at);
    if (sleepersOn(frame.house, storey, persons) <= 2) return;
    for (const double x : {0.0, 1.95})
        scene.rect(at + Vec(x, 0.3), at + Vec(x + 0.08, bunk + 0.2),
                   outlined(Ink::wood, Ink::ink, 1));
    drawBed(scene, at + Vec(0, bunk));
}

}  // namespace pt::house_view
