// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "knowledge/classic/descriptiontemplate.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace evident {

using namespace Qt::StringLiterals;

namespace {

struct Look {
    QLatin1StringView pattern; ///< the first group, or all of it when there is none, is the part
    VariablePart::Kind kind;
};

using enum VariablePart::Kind;

/// What variable parts look like; where two overlap, the one that stands first here wins.
constexpr std::array Looks{
    Look{"<[^<>]{1,80}>"_L1, Placeholder},
    Look{"%[A-Za-z]\\w*%|%\\d{1,2}"_L1, Placeholder},
    Look{"\\[[a-z][^\\[\\]]{2,60}\\]"_L1, Placeholder},
    Look{"\\b[Xx]{3,}(?:\\.[Xx]{3})*\\b"_L1, Placeholder},
    // Where in Exchange's code it happened: [MTA SUBMIT 17 73]
    Look{"\\[([A-Z][A-Z0-9/:._-]*(?: [A-Za-z0-9/:._-]+){1,8})\\]"_L1, Sample},
    Look{"\\{[0-9A-Fa-f]{8}-[0-9A-Fa-f-]{27}\\}"_L1, Sample},
    Look{"\"([^\"]{1,200})\""_L1, Sample},
    Look{"(?<![A-Za-z0-9])'([^']{1,200})'(?![A-Za-z])"_L1, Sample},
    // What an introduction of a value is followed by, up to the end of its sentence
    Look{"(?<=following error: )\\S.*$"_L1, Sample},
    Look{"(?<=described as: )\\S.*$"_L1, Sample},
    Look{"(?<=call stack: )\\S.*$"_L1, Sample},
    Look{"\\breason for \\w+ (?:was|is):? ([^.]+)(?=\\.)"_L1, Sample},
    Look{"(?<=Error: )[A-Z][^\\[]*?(?= \\[|\\.$|$)"_L1, Sample},
    Look{"(?:^|\\. )Error ([A-Z][^.]*?)(?= [a-z]+ing the |\\.$)"_L1, Sample},
    // Names of what a sentence speaks of
    Look{
        "(?:^|\\. )The ([A-Z][^.:;]{0,80}?)(?= service (?:failed|terminated|hung|depends|could|did|was|has|entered)\\b)"_L1,
        Sample},
    Look{"\\bresource ([A-Z]\\w*(?: [A-Z]\\w*){0,5})(?= [a-z])"_L1, Sample},
    Look{"\\b(?:Entity|Object) is an? ([A-Z][\\w ]*)(?=\\.)"_L1, Sample},
    Look{"(?<=diagnostic code )[A-Za-z][\\w -]*(?=\\))"_L1, Sample},
    Look{"\\b\\w+(?:-\\w+)+(?= (?:reason|diagnostic) code)|(?<=reason code )\\w+(?:-\\w+)+"_L1, Sample},
    Look{"\\b\\w+\\(\\)(?= call)"_L1, Sample},
    Look{"(?<![\\w/])[A-Z]{4,}(?= failed\\b)"_L1, Sample},
    // Paths, keys and addresses
    Look{"(?:HKEY_[A-Z_]+|HKLM)\\\\[^\\s,;]*[^\\s,;.]"_L1, Sample},
    Look{"\\b[A-Za-z]:\\\\[^\\s\"<>|]*[^\\s\"<>|.,;:)]"_L1, Sample},
    Look{"\\\\\\\\[^\\s\"<>|]*[^\\s\"<>|.,;:)]"_L1, Sample},
    Look{"\\\\Device\\\\[^\\s\"<>|]*[^\\s\"<>|.,;:)]"_L1, Sample},
    Look{"\\bC=[A-Za-z]{2};A=[^;]*;P=[^;]*(?:;[A-Z]\\w*=[^\\s;.]*)*"_L1, Sample},
    Look{
        "(?:DN:)?/[A-Za-z]{1,3}=[^,;]*?(?=[.,;](?:\\s|$)|\\s(?:is|was|has|on|to|for|from|with|and|in|could|cannot|does|by)\\b|\\s\\(|$)"_L1,
        Sample},
    Look{"\\b[a-z]+://[^\\s\"]*[^\\s\".,;)]"_L1, Sample},
    Look{"\\b[\\w.-]+@[\\w.-]+\\w\\b"_L1, Sample},
    Look{"(?<= = )(?![A-Za-z]+(?: [A-Za-z]+)? = )[^\\s,;]*[^\\s,;.)]"_L1, Sample},
    Look{"(?<=\\w=)[^\\s,;]*[^\\s,;.)]"_L1, Sample},
    // Numbers; not those that name a message or a part of the sentence itself
    Look{"\\b0[xX][0-9A-Fa-f]+\\b"_L1, Sample},
    Look{"\\b(?=[0-9A-Fa-f]*\\d)[0-9A-Fa-f]{8,}\\b"_L1, Sample},
    Look{"\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b"_L1, Sample},
    Look{"\\b\\d{1,2}[:/]\\d\\d(?:[:/]\\d{2,4})?(?: ?[AP]M)?\\b"_L1, Sample},
    Look{"(?<![A-Za-z0-9_./])(?<!^\\()(?<!%\\d\\] \\()(?<!DWORD )(?<!\\(first )-?\\d+(?:[.,]\\d+)*\\b(?![A-Za-z_])"_L1,
        Sample},
    // Constants and computers by their look
    Look{"\\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+){2,}\\b"_L1, Sample},
    Look{"\\b[A-Z][A-Z-]{2,}[A-Z]-?\\d+\\b(?!\\.[A-Za-z])"_L1, Sample},
};

const std::vector<QRegularExpression> &patterns()
{
    static const std::vector<QRegularExpression> all = [] {
        std::vector<QRegularExpression> compiled;
        for (const auto &look : Looks) {
            compiled.emplace_back(QString(look.pattern));
            compiled.back().optimize();
        }
        return compiled;
    }();
    return all;
}

} // namespace

std::vector<VariablePart> variablePartsOf(QStringView text)
{
    std::vector<VariablePart> parts;
    for (std::size_t at = 0; at < Looks.size(); ++at) {
        for (const auto &match : patterns()[at].globalMatchView(text)) {
            const int group = match.lastCapturedIndex() >= 1 ? 1 : 0;
            const VariablePart part{Looks[at].kind, match.capturedStart(group), match.capturedLength(group)};
            const bool isFree = std::ranges::none_of(parts, [&](const VariablePart &other) {
                return part.start < other.start + other.length && other.start < part.start + part.length;
            });
            if (isFree && part.length > 0)
                parts.push_back(part);
        }
    }
    std::ranges::sort(parts, {}, &VariablePart::start);
    return parts;
}

QString templateOf(QStringView text, const std::vector<VariablePart> &parts)
{
    QString made;
    const auto append = [&made](QStringView piece) {
        for (const QChar c : piece) {
            made += c;
            if (c == u'{' || c == u'}')
                made += c;
        }
    };
    qsizetype at = 0;
    int number = 0;
    for (const auto &part : parts) {
        append(text.sliced(at, part.start - at));
        made += u"{%1}"_s.arg(++number);
        at = part.start + part.length;
    }
    append(text.sliced(at));
    return made;
}

} // namespace evident
