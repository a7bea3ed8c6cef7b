// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/providers.h"

#include <algorithm>
#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

struct Alias {
    QLatin1StringView classic;
    QLatin1StringView today;
};

/// Pairs that the missing prefix alone does not join, from the EventSourceName of logs that hold both.
constexpr std::array Aliases{
    Alias{"dcom"_L1, "distributedcom"_L1},
    Alias{"bugcheck"_L1, "wer-systemerrorreporting"_L1},
    Alias{"w32time"_L1, "time-service"_L1},
    Alias{"http"_L1, "httpevent"_L1},
    Alias{"dhcp"_L1, "dhcp-client"_L1},
    Alias{"dns"_L1, "dns-server-service"_L1},
    Alias{"windows update agent"_L1, "windowsupdateclient"_L1},
};

} // namespace

QString canonicalProvider(QStringView name)
{
    constexpr auto prefix = "microsoft-windows-"_L1;
    QString folded = name.toString().toCaseFolded();
    if (folded.startsWith(prefix) && folded.size() > prefix.size())
        folded.remove(0, prefix.size());
    const auto alias = std::ranges::find_if(Aliases, [&](const Alias &one) { return folded == one.classic; });
    return alias == Aliases.end() ? folded : QString(alias->today);
}

} // namespace evident
