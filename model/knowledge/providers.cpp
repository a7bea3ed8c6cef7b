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

/// Pairs that the missing prefix alone does not join: the EventSourceName that logs and the providers' manifests give
/// beside the provider's own name. Several classic sources may have become one provider.
constexpr std::array Aliases{
    Alias{"dcom"_L1, "distributedcom"_L1},
    Alias{"bugcheck"_L1, "wer-systemerrorreporting"_L1},
    Alias{"w32time"_L1, "time-service"_L1},
    Alias{"http"_L1, "httpevent"_L1},
    Alias{"dhcp"_L1, "dhcp-client"_L1},
    Alias{"dns"_L1, "dns-server-service"_L1},
    Alias{"windows update agent"_L1, "windowsupdateclient"_L1},
    Alias{"winmgmt"_L1, "wmi"_L1},
    Alias{"dhcpserver"_L1, "dhcp-server"_L1},
    Alias{"kerberos"_L1, "security-kerberos"_L1},
    Alias{"kdc"_L1, "kerberos-key-distribution-center"_L1},
    Alias{"autoenrollment"_L1, "certificateservicesclient-autoenrollment"_L1},
    Alias{"certsvc"_L1, "certificationauthority"_L1},
    Alias{"wlclntfy"_L1, "winlogon"_L1},
    Alias{"termservice"_L1, "terminalservices-remoteconnectionmanager"_L1},
    Alias{"ntds general"_L1, "activedirectory_domainservice"_L1},
    Alias{"ntds replication"_L1, "activedirectory_domainservice"_L1},
    Alias{"ntds kcc"_L1, "activedirectory_domainservice"_L1},
    Alias{"ntds database"_L1, "activedirectory_domainservice"_L1},
};

/// A named instance of SQL Server writes under a name of its own ("MSSQL$PAYROLL"), of which any number exist.
constexpr std::array NamedInstances{
    Alias{"mssql$"_L1, "mssqlserver"_L1},
    Alias{"sqlagent$"_L1, "sqlserveragent"_L1},
};

} // namespace

QString canonicalProvider(QStringView name)
{
    constexpr auto prefix = "microsoft-windows-"_L1;
    QString folded = name.toString().toCaseFolded();
    if (folded.startsWith(prefix) && folded.size() > prefix.size())
        folded.remove(0, prefix.size());
    const auto instance =
        std::ranges::find_if(NamedInstances, [&](const Alias &one) { return folded.startsWith(one.classic); });
    if (instance != NamedInstances.end())
        return instance->today;
    const auto alias = std::ranges::find_if(Aliases, [&](const Alias &one) { return folded == one.classic; });
    return alias == Aliases.end() ? folded : QString(alias->today);
}

} // namespace evident
