// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/evtxreader.h"
#include "fuzz/exercise.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    evident::fuzz::exercise(bytes, size, evident::openEvtx);
    return 0;
}
