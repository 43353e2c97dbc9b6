// Cross-section of a member: see engine/numerics/strand.h, which labs share.
#pragma once

#include "engine/numerics/strand.h"
