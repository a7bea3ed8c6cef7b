// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/event.h"

namespace evident {

std::optional<QString> EventValues::named(QStringView name) const
{
    for (const auto &value : values) {
        if (value.name.size() == name.size() && !value.name.isEmpty()
            && name.compare(value.name, Qt::CaseInsensitive) == 0)
            return value.text;
    }
    return {};
}

} // namespace evident
