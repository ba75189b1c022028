using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform.Stromen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>Interest that we owe and what was received too much are of no obligation: nothing that holds the subsidy of the case holds these.</summary>
public sealed class BijkomendeBetalingTests
{
    private const string Zaaknummer = "SLIM";
    private static readonly Instant Nu = Voorbeelden.Moment;
    private static readonly Verwijzing Inhoud = new(Guid.Empty, "hash");

    /// <summary>Of a case in which 4,520.00 is claimed.</summary>
    private static readonly Verplichting TeVeelBetaald = new Verplichting()
        .Na(new VerplichtingAangegaan("2026-04-mkb", "12345678", "V1", 11040m, 5520m, Nu))
        .Na(new VerplichtingIngetrokken("2026-04-mkb", "I1", 10040m, 4520m, 0m, 0m, 4520m, Nu));

    [Theory]
    [InlineData(Betaalsoort.Voorschot, false)]
    [InlineData(Betaalsoort.Vaststelling, false)]
    [InlineData(Betaalsoort.Nabetaling, false)]
    [InlineData(Betaalsoort.Rente, true)]
    [InlineData(Betaalsoort.Terugbetaling, true)]
    public void Wat_geen_subsidie_is_en_terugkwam_wordt_weer_betaald_ook_als_in_de_zaak_te_veel_is_betaald(Betaalsoort soort, bool mag)
    {
        var weg = Opdracht(soort).Na(new BetalingInBestand("R1", 1, Nu));
        var terug = weg.Na(new BetalingAfgewezen(weg.Opdracht, "R1", "AC04", Nu));

        Assert.Equal(mag, IsBetaalbaar(terug, []));
    }

    [Theory]
    [InlineData(Betaalsoort.Voorschot, false)]
    [InlineData(Betaalsoort.Rente, true)]
    [InlineData(Betaalsoort.Terugbetaling, true)]
    public void Wat_geen_subsidie_is_wacht_op_geen_voornemen_om_in_te_trekken(Betaalsoort soort, bool mag) =>
        Assert.Equal(mag, IsBetaalbaar(Opdracht(soort), [Zaaknummer]));

    private static bool IsBetaalbaar(Betaalopdracht betaalopdracht, HashSet<string> opgeschort)
    {
        var rekening = new Rekening()
            .Na(new RekeningVernomen(1, Inhoud, "piet", Nu))
            .Na(new RekeningGecontroleerd(1, true, "cor", Inhoud, Nu));
        var kandidaat = new Kandidaat(betaalopdracht, rekening, Betaalbaarheid.IsTeVeelBetaald(betaalopdracht, TeVeelBetaald));
        return Betaalbaarheid.Bezwaar(kandidaat, new Betaalbaarheid.Omstandigheden(new HashSet<string>(), opgeschort)) is null;
    }

    private static Betaalopdracht Opdracht(Betaalsoort soort) =>
        new Betaalopdracht { Id = "B1" }.Na(
            new BetalingOpgedragen(new("B1", Zaaknummer, "2026-04-mkb", "12345678", "V1", soort, 20m, ["fien", "cor"]), Nu)
        );
}
