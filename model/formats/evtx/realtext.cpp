// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/evtx/realtext.h"

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>

namespace evident::evtx {

namespace {

/// "-1.25e+17" taken apart.
struct Scientific {
    std::string_view sign;
    std::string digits; ///< without point and without zeros behind
    int exponent = 0;
};

Scientific scientific(std::string_view text)
{
    Scientific parts{.sign = text.starts_with('-') ? "-" : "", .digits = {}, .exponent = 0};
    const auto e = text.find('e');
    for (const char c : text.substr(parts.sign.size(), e - parts.sign.size())) {
        if (c != '.')
            parts.digits += c;
    }
    const std::string_view exponent = text.substr(e + (text[e + 1] == '+' ? 2 : 1));
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), parts.exponent);
    return parts;
}

/// The number without an exponent where that is between @p lowest and @p highest.
std::string written(const Scientific &number, int lowest, int highest)
{
    std::string digits = number.digits;
    const int exponent = number.exponent;
    if (exponent < lowest || exponent > highest) {
        if (digits.size() > 1)
            digits.insert(1, ".");
        return digits + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
    }
    if (exponent < 0)
        return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    const auto whole = static_cast<std::size_t>(exponent) + 1;
    if (digits.size() <= whole)
        return digits + std::string(whole - digits.size(), '0') + ".0";
    return digits.insert(whole, ".");
}

template<typename Real>
void appendShortest(OutBuffer &out, Real real, int lowest, int highest)
{
    constexpr std::size_t Longest = 40;
    if (!std::isfinite(real)) {
        out.append(std::isnan(real) ? "NaN" : real < 0 ? "-inf" : "inf");
        return;
    }
    std::array<char, Longest> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), real, std::chars_format::scientific).ptr;
    const Scientific number = scientific({text.data(), static_cast<std::size_t>(end - text.data())});
    out.append(number.sign);
    out.append(written(number, lowest, highest));
}

float asFloat(const Value &value)
{
    return std::bit_cast<float>(readLe<std::uint32_t>(value.bytes(), 0));
}

double asDouble(const Value &value)
{
    return std::bit_cast<double>(readLe<std::uint64_t>(value.bytes(), 0));
}

} // namespace

void appendJsonReal(OutBuffer &out, const Value &value)
{
    if (value.type == ValueType::Real32)
        appendShortest(out, asFloat(value), -6, 12);
    else
        appendShortest(out, asDouble(value), -5, 15);
}

void appendXmlReal(OutBuffer &out, const Value &value)
{
    constexpr int Digits = 6;
    constexpr std::size_t Longest = 40;
    const double real = value.type == ValueType::Real32 ? asFloat(value) : asDouble(value);
    if (!std::isfinite(real)) {
        out.append(std::isnan(real) ? "NaN" : real < 0 ? "-Inf" : "Inf");
        return;
    }
    std::array<char, Longest> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), real, std::chars_format::scientific, Digits).ptr;
    const std::string_view whole(text.data(), static_cast<std::size_t>(end - text.data()));
    const auto exponent = whole.find('e') + 2;
    out.append(whole.substr(0, exponent));
    if (whole.size() - exponent < 3)
        out.append('0');
    out.append(whole.substr(exponent));
}

} // namespace evident::evtx
