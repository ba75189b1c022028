using System.Diagnostics;

namespace SlimRegeling.Platform.Berichtenverkeer;

/// <summary>Spans of the floor: they tie the request, the outbox and the last consumer of a case into one trace.</summary>
public static class Sporen
{
    public const string Naam = "SlimRegeling";

    private static readonly ActivitySource Bron = new(Naam);

    internal static Activity? Doorgeven(Envelop bericht)
    {
        _ = ActivityContext.TryParse(bericht.Kop.Spoor, null, isRemote: true, out var ouder);
        return Begin($"doorgeven {bericht.Soort}", ActivityKind.Producer, ouder, bericht);
    }

    internal static Activity? Verwerken(Envelop bericht, ActivityContext ouder) =>
        Begin($"verwerken {bericht.Soort}", ActivityKind.Consumer, ouder, bericht);

    private static Activity? Begin(string naam, ActivityKind soort, ActivityContext ouder, Envelop bericht)
    {
        var spoor = Bron.StartActivity(naam, soort, ouder);
        spoor?.SetTag("slim.zaak", bericht.Sleutel);
        spoor?.SetTag("slim.bericht", bericht.Id);
        return spoor;
    }
}
