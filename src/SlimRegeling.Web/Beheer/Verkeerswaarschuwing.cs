using SlimRegeling.Web.Api.Beheer;

namespace SlimRegeling.Web.Beheer;

/// <summary>In words: messages that wait while nobody takes them, or while nothing is handled.</summary>
public static class Verkeerswaarschuwing
{
    public static IReadOnlyList<string> Van(IReadOnlyList<Hostbeeld> hosts)
    {
        var ongezien = hosts.SelectMany(h => h.Ongezien).ToHashSet();
        return
        [
            .. hosts.SelectMany(h => h.Berichten?.Contexten ?? []).Select(Van).OfType<string>(),
            .. hosts
                .SelectMany(h => h.Berichten?.Wachtrijen ?? [])
                .DistinctBy(w => w.Context)
                .Where(w => w.Afnemers == 0 && ongezien.Contains(w.Context))
                .Select(w => Onbemand(w.Context, w.Wachtrij)),
        ];
    }

    private static string? Van(Verkeersstand c)
    {
        var wachten = (c.Wachtrij ?? 0) + c.InVerwerking;
        return c.Afnemers == 0 ? Onbemand(c.Context, wachten)
            : wachten > 0 && c.VerwerktPerMinuut == 0
                ? $"Voor {c.Context} {Wachten(wachten)}, en in de laatste minuut is daar niets verwerkt ({Laatst(c)}). Kijk of dit over een ogenblik nog zo is; kijk dan of zijn database antwoordt."
            : null;
    }

    private static string Onbemand(string context, long wachten) =>
        $"Niemand neemt de berichten voor {context} aan{(wachten > 0 ? $": er {Wachten(wachten)}" : "")}. Start het proces waarin dit onderdeel draait.";

    private static string Wachten(long aantal) => aantal == 1 ? "wacht 1 bericht" : $"wachten {Weergave.Getal(aantal)} berichten";

    private static string Laatst(Verkeersstand c) =>
        c.LaatstVerwerkt is { } op ? $"het laatst op {Weergave.Dag(op)} om {Weergave.Tijd(op)}" : "nog nooit";
}
