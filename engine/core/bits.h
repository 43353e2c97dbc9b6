// The bits of a number, for the C++ libraries that have no std::bit_cast yet.
#pragma once

#include <cstring>
#include <type_traits>

namespace pt {

template <class To, class From>
To bitCast(const From& from) {
    static_assert(sizeof(To) == sizeof(From));
    static_assert(std::is_trivially_copyable_v<To> && std::is_trivially_copyable_v<From>);
    To to;
    std::memcpy(&to, &from, sizeof(To));
    return to;
}

}  // namespace pt
