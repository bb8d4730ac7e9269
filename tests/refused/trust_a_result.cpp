// refused: conversion from .*Result.* to non-scalar type|cannot convert|could not convert
// Whoever takes what may have failed has to look first.
#include "dialogs/engine/state.hpp"

using namespace attune::dialogs;

State open(std::string_view json) {
#ifdef REFUSED
    State state = read_state(json);
    return state;
#else
    auto state = read_state(json);
    return state ? *state : State{};
#endif
}
