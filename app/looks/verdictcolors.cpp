// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "looks/verdictcolors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace evident {

namespace {

constexpr double RowTintShare = 0.10;
constexpr double BadgeTintShare = 0.12;

struct Hues {
    QRgb text;
    QRgb shape;
};

// By Scheme, then by Verdict (act, watch, depends, harmless).
constexpr std::array<std::array<Hues, 4>, 4> Table{{
    {{{0xffa81e16, 0xffc62f27}, {0xff7f4a00, 0xffad6800}, {0xff1d569c, 0xff2f6fbf}, {0xff16643a, 0xff2a8355}}},
    {{{0xffff9d94, 0xffff7166}, {0xffffc163, 0xfff5a93b}, {0xff9ccaff, 0xff6fadf5}, {0xff8adfae, 0xff55c288}}},
    {{{0xff8b0000, 0xffb00000}, {0xff5c3600, 0xff7a4800}, {0xff00357a, 0xff004aad}, {0xff00461c, 0xff00662a}}},
    {{{0xffff8c85, 0xffff5a50}, {0xffffd34d, 0xffffc400}, {0xff8cc8ff, 0xff5cb0ff}, {0xff5cf0a0, 0xff2fe082}}},
}};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

const Hues &hues(Scheme scheme, Verdict verdict)
{
    return Table.at(std::to_underlying(scheme)).at(std::to_underlying(verdict));
}

} // namespace

Scheme schemeOf(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    const bool dark = luminance(base) < luminance(text);
    const bool strongest = base.rgb() == window.rgb() && contrastRatio(base, text) > 20.5;
    if (strongest)
        return dark ? Scheme::HighContrastDark : Scheme::HighContrastLight;
    return dark ? Scheme::Dark : Scheme::Light;
}

VerdictColors::VerdictColors(const QPalette &palette)
    : m_scheme(schemeOf(palette))
    , m_base(palette.color(QPalette::Active, QPalette::Base))
{
}

VerdictPaint VerdictColors::paint(Verdict verdict) const
{
    const Hues &found = hues(m_scheme, verdict);
    return {.text = QColor::fromRgb(found.text), .shape = QColor::fromRgb(found.shape)};
}

QColor VerdictColors::rowTint(Verdict verdict, const QColor &ground) const
{
    return mixed(ground, paint(verdict).shape, RowTintShare);
}

QColor VerdictColors::badgeGround(Verdict verdict) const
{
    return mixed(m_base, paint(verdict).shape, BadgeTintShare);
}

double contrastRatio(const QColor &one, const QColor &other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

QColor mixed(const QColor &ground, const QColor &over, double share)
{
    const auto channel = [share](
                             float below, float above) { return below + (above - below) * static_cast<float>(share); };
    return QColor::fromRgbF(channel(ground.redF(), over.redF()), channel(ground.greenF(), over.greenF()),
        channel(ground.blueF(), over.blueF()));
}

QColor quietText(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    const Scheme scheme = schemeOf(palette);
    if (scheme == Scheme::HighContrastDark || scheme == Scheme::HighContrastLight)
        return text;
    return mixed(palette.color(QPalette::Active, QPalette::Base), text, 0.66);
}

QColor hairline(const QPalette &palette)
{
    return mixed(
        palette.color(QPalette::Active, QPalette::Window), palette.color(QPalette::Active, QPalette::WindowText), 0.18);
}

} // namespace evident
