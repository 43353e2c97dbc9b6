// Heat between a face and what it meets: natural convection, wind, long waves. W/(m² K);
// temperatures in °C unless said otherwise, differences in K.
#pragma once

namespace pt {

inline constexpr double stefanBoltzmann = 5.670374419e-8;  // W/(m² K⁴)
inline constexpr double zeroCelsius = 273.15;              // K

// Natural convection on a large plane, ASHRAE (TARP, Walton 1983): 1.31 ΔT^⅓ upright, more where
// the air beside the face can rise or sink away, less where it lies still. `up`: the cosine of the
// tilt of the face's normal into the air (1: faces up). Never below 0.1.
class NaturalFilm {
public:
    explicit NaturalFilm(double up = 0);
    double at(double faceMinusAir) const;

private:
    double rising_ = 0, still_ = 0;  // factors of |ΔT|^⅓, by the sign of up·ΔT
    double up_ = 0;
};

// Forced convection on a smooth face, MoWiTT (Yazdanian and Klems 1994): the mean of the windward
// side, 3.26 v^0.89, and the leeward, 3.55 v^0.617, since the wind's direction is not known. The
// powers of the wind at 10 m are taken once for all faces; each face has its factors for the height
// it stands at (open country: the wind grows with height^0.14).
struct WindPowers {
    double windward = 0, leeward = 0;
};
WindPowers windPowers(double wind);       // m/s
WindPowers windFactorsAt(double height);  // m
inline double forcedFilm(const WindPowers& wind, const WindPowers& factors) {
    return wind.windward * factors.windward + wind.leeward * factors.leeward;
}

// What natural convection and wind make together, on a face of some roughness (DOE-2).
double outsideFilm(double natural, double forced, double roughness);
inline constexpr double roughnessOfWalls = 1.52, roughnessOfGlass = 1.0;

// What εσ(T1⁴ − T2⁴) is per K: σ (T1² + T2²) (T1 + T2), of a black pair.
inline double radiantFilm(double celsius1, double celsius2) {
    const double a = celsius1 + zeroCelsius, b = celsius2 + zeroCelsius;
    return stefanBoltzmann * (a * a + b * b) * (a + b);
}

// View of a tilted plane: of the sky that shines as sky, of the sky near the horizon that shines as
// air (Walton: β = √F), and of the ground, taken at the temperature of the air.
struct OutsideView {
    double sky = 0, air = 0;
};
OutsideView outsideView(double tilt);

}  // namespace pt
