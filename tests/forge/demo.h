// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The demo: the logs and hives that resources/demo describes, written into a folder. The build runs it (target `demo`,
// part of ALL), so these files stand below <build>/demo for the window, the checks and every test:
//
//   logs/MAIL01-Application.evt     Windows NT 4: the origin case, Perflib 1008 for MSExchangeIMC 412 times, and its look-alikes
//   logs/MAIL01-System.evt          Windows NT 4: a full ring, copied while in use
//   logs/PRINT03-Application.evt    Windows 2000: Perflib 1008 for PSched (error 2) and others
//   logs/FILE02-Application.evtx    Windows Server 2008 R2: Perflib 1008 as UserData/EventXML
//   logs/CLIENT07-Application.evtx  Windows 11: Perflib 1008 with named values
//   logs/CLIENT07-System.evtx       Windows 11: services, DNS, DCOM, unexpected shutdowns; chunk 2 has a wrong checksum
//   hives/MAIL01-SYSTEM-imc-absent  NT 4 (regf 1.3): of MSExchangeIMC only the Performance key is left
//   hives/MAIL01-SYSTEM-imc-present NT 4 (regf 1.3): MSExchangeIMC is installed and starts by itself
//   hives/CLIENT07-SYSTEM           today (regf 1.5): BITS is installed, MSExchangeIMC and PSched are not
//   counts.tsv                      how many records each log holds: file, records
//
// All computers, users, domains and texts are made up.

#include <string>

namespace forge {

/// Reads every recipe in @p recipes and writes the demo into @p folder. Throws RecipeError and std::runtime_error.
void writeDemo(const std::string &recipes, const std::string &folder);

} // namespace forge
