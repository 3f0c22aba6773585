# Fails, and says why, if a till runs from the installed folder. The program reads its own files while it works: with
# other files in their place it would fall over in the middle of a payment. No money would be lost by that, but the
# counter would stand still; so this waits for a person to close the window.
refuse_while_running() {
    for link in /proc/[0-9]*/exe; do
        if [ "$(readlink "$link" 2>/dev/null)" = "${DPKG_ROOT:-}/usr/lib/cashier/cashier" ]; then
            process=${link#/proc/}
            echo "Cashier is running (process ${process%/exe}). Close its window, then try again; nothing has been changed." >&2
            exit 1
        fi
    done
}
