// SPDX-FileCopyrightText: 2026 The Evident authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Where the docks stand: from 1400 px of width the details at the right, below that under the table, each remembered by
// itself. Owned by the main window.

#include "settings/windowsettings.h"

#include <QObject>

class QDockWidget;
class QMainWindow;

namespace evident {

class LayoutKeeper final : public QObject {
    Q_OBJECT
public:
    static constexpr int WideFrom = 1400; ///< device-independent pixels
    enum class Shape { Narrow, Wide };
    enum class Content { Nothing, Logs };
    struct Docks {
        QDockWidget *logs;
        QDockWidget *findings;
        QDockWidget *details;
    };

    /// All must outlive the keeper; the docks have object names.
    LayoutKeeper(QMainWindow &window, Docks docks, WindowSettings &settings);
    /// Lays the docks out for the window's width; called once, when it is shown.
    void start();
    /// With nothing open there is nothing to show in docks: they are hidden until there is.
    void setContent(Content content);
    /// Puts the present layout into the settings.
    void store();
    /// Lays out as for the first time.
    void reset();
    [[nodiscard]] Shape shape() const { return m_shape; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] Shape fitting() const;
    void apply(Shape shape);
    void arrange(Shape shape);
    QMainWindow &m_window;
    Docks m_docks;
    WindowSettings &m_settings;
    Shape m_shape = Shape::Narrow;
    Content m_content = Content::Nothing;
    bool m_started = false;
};

} // namespace evident
