using NodaTime;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Regelstand;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

/// <summary>What a decision on objection adds to an award is aid of the day of that decision.</summary>
public sealed class SteunNaBezwaarTests
{
    private static readonly SubsidieVerleendBericht Eerst = Verleend("SLIM-000000000A", 11040.00m, "2026-06-22");

    [Fact]
    public void Wat_erbij_komt_telt_op_de_dag_van_de_beslissing_op_bezwaar_en_eenmaal()
    {
        var stand = Hoor(Hoor(Ingeschreven(), Eerst), Gewijzigd());
        Assert.Equal(
            [(11040.00m, new LocalDate(2026, 6, 22), 288960.00m), (960.00m, new LocalDate(2026, 10, 5), 288000.00m)],
            stand.Steun.Select(p => (p.Bedrag, p.VerleendOp, p.RuimteNa))
        );
        Assert.Same(Beslissing.Geen, Beslis(stand, Gewijzigd()));
        Assert.Equal(Beeld(stand), Beeld(Hoor(stand, Eerst)));
    }

    [Fact]
    public void In_elke_volgorde_is_de_stand_dezelfde() =>
        Assert.Equal(Beeld(Hoor(Hoor(Ingeschreven(), Eerst), Gewijzigd())), Beeld(Hoor(Hoor(Ingeschreven(), Gewijzigd()), Eerst)));

    [Fact]
    public void In_een_samenwerkingsverband_heeft_alleen_wie_meer_kreeg_steun_erbij()
    {
        var bericht = Gewijzigd() with
        {
            Partijen = new Dictionary<string, decimal> { [Kvk] = 7000.00m, ["87654321"] = 5000.00m },
            PartijenWas = new Dictionary<string, decimal> { [Kvk] = 6040.00m, ["87654321"] = 5000.00m },
        };
        Assert.Equal([KeyValuePair.Create(Kvk, 960.00m)], BijVerleningGewijzigd.Delen(bericht));
    }

    private static Onderneming Hoor(Onderneming? stand, SubsidieVerleendBericht bericht) => Voorbeelden.Hoor(stand, bericht);

    private static Onderneming Hoor(Onderneming stand, VerleningGewijzigdBericht bericht) => Volg(stand, Beslis(stand, bericht));

    private static Beslissing Beslis(Onderneming stand, VerleningGewijzigdBericht bericht) =>
        BijVerleningGewijzigd.Beslis(stand, bericht, BijVerleningGewijzigd.Delen(bericht).Single().Value, Regelstanden.Ongewijzigd);

    private static VerleningGewijzigdBericht Gewijzigd() =>
        new(
            Eerst.Zaaknummer,
            Eerst.Tijdvak,
            Eerst.KvkNummer,
            Eerst.Regelversie,
            $"{Eerst.Zaaknummer}-BZ1",
            $"{Eerst.Zaaknummer}-BZ1-1",
            Eerst.Besluit,
            new LocalDate(2026, 10, 5),
            20000.00m,
            12000.00m,
            11040.00m,
            6000.00m,
            ["A", "C"],
            ["c", "d"],
            Eerst.Op + Duration.FromDays(105)
        );
}
