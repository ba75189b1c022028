using CsCheck;
using NodaTime;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Regelstand;
using static SlimRegeling.Relaties.Tests.Voorbeelden;

namespace SlimRegeling.Relaties.Tests;

/// <summary>One case as both contexts decide on it, and what they say.</summary>
internal sealed class Steunleven
{
    /// <summary>What happens, how much of it, and whether it crosses what happened before.</summary>
    public static readonly Gen<(int Wat, int Deel, bool Kruist)> Stap = Gen.Select(Gen.Int[0, 4], Gen.Int[1, 99], Gen.Bool);

    private const string Ander = "87654321";
    private const string Derde = "87654320";

    private static readonly SubsidieVerleendBericht Verlening = Verleend("SLIM-000000000A", 100000.00m, "2026-06-22") with
    {
        Partijen = new Dictionary<string, decimal> { [Kvk] = 60000.00m, [Ander] = 40000.00m },
        Versie = 1,
    };

    private readonly List<object> _berichten = [Verlening];

    /// <summary>The withdrawals that stand, each with what it leaves, and the award before the first of them.</summary>
    private readonly List<(string Besluit, bool VanVaststelling, Stand Laat)> _intrekkingen = [];
    private Stand _voor = new(Verlening.Bedrag, Verlening.Partijen!);
    private Stand _stand = new(Verlening.Bedrag, Verlening.Partijen!);
    private Stand _vorige = new(Verlening.Bedrag, Verlening.Partijen!);
    private (decimal Verleend, decimal Vastgesteld)? _vaststelling;
    private int _versie = 1;
    private int _vaststellingen;

    public IReadOnlyList<object> Berichten => _berichten;

    public IReadOnlyList<string> Partijen { get; } = [Kvk, Ander, Derde];

    /// <summary>What was settled stands as far as the award does.</summary>
    public decimal Staat => _vaststelling is { } v ? Math.Min(v.Vastgesteld, _stand.Bedrag) : _stand.Bedrag;

    private bool VaststellingIngetrokken => _intrekkingen.Any(i => i.VanVaststelling);

    public static Steunleven Van(IEnumerable<(int Wat, int Deel, bool Kruist)> stappen)
    {
        var leven = new Steunleven();
        foreach (var (wat, deel, kruist) in stappen)
        {
            leven.Doe(wat, deel, kruist);
        }
        // What became more since it was settled is settled anew.
        if (leven._vaststelling is { } v && v.Verleend < leven._stand.Bedrag && !leven.VaststellingIngetrokken)
        {
            leven.StelVast(leven._stand, 99);
        }
        return leven;
    }

    public void Klopt(Steunzaak zaak)
    {
        var steun = Partijen.ToDictionary(p => p, p => Steun(zaak, p), StringComparer.Ordinal);
        Assert.Equal(Staat, steun.Values.Sum());
        foreach (var partij in Partijen)
        {
            var deel = _stand.Bedrag == 0m ? 0m : _stand.Partijen.GetValueOrDefault(partij) * Staat / _stand.Bedrag;
            Assert.InRange(steun[partij], Math.Max(0m, deel - 0.02m), deel + 0.02m);
        }
    }

    private static decimal Steun(Steunzaak zaak, string partij)
    {
        var posten = Volg(null, Steunboeking.Beslis(null, partij, zaak, Regelstanden.Ongewijzigd, Verlening.Op)).Steun;
        Assert.All(posten, p => Assert.True(p.Bedrag > 0m && p.VerleendOp >= Verlening.Besluitdatum));
        return posten.Sum(p => p.Bedrag);
    }

    private void Doe(int wat, int deel, bool kruist)
    {
        switch (wat)
        {
            case 0 when _intrekkingen.Count == 0:
                Verhoog(deel * 100.00m);
                break;
            case 1 when _intrekkingen.Count == 0:
                Verdeel(deel);
                break;
            case 2 when _stand.Bedrag > 10.00m:
                TrekIn(deel, vanVaststelling: _vaststelling is not null && !kruist);
                break;
            case 3 when _intrekkingen.Count > 0:
                Herroep(deel, kruist);
                break;
            case 4 when !VaststellingIngetrokken:
                StelVast(kruist ? _vorige : _stand, deel);
                break;
        }
    }

    private void Verhoog(decimal erbij)
    {
        var was = Word(new Stand(_stand.Bedrag + erbij, Met(_stand.Partijen, Kvk, erbij)));
        _berichten.Add(Gewijzigd(was, $"BZ{_versie}-1", null, null));
    }

    private void Verdeel(int deel)
    {
        var over = _stand.Partijen.GetValueOrDefault(Ander);
        var gaat = deel > 66 ? over : Math.Round(over * deel / 100, 2);
        var was = Word(_stand with { Partijen = Met(Met(_stand.Partijen, Ander, -gaat), Derde, gaat) });
        _berichten.Add(
            new VerleningAangepastBericht(
                Verlening.Zaaknummer,
                Verlening.Tijdvak,
                Kvk,
                Verlening.Regelversie,
                Nummer($"W{_versie}"),
                Verlening.Besluit,
                Dag,
                Verlening.Besluitdatum,
                "partij-treedt-toe",
                _versie,
                _stand.Bedrag,
                0.00m,
                "aanvraag",
                Verlening.PeriodeVan,
                Verlening.PeriodeTot,
                Verlening.PeriodeTot,
                ["C"],
                ["bo", "mo"],
                Op,
                _stand.Partijen,
                was.Partijen,
                Versie: _versie
            )
        );
    }

    private void TrekIn(int deel, bool vanVaststelling)
    {
        var vastgesteld = Staat;
        var bedrag = deel < 10 ? 0m : Math.Round((vanVaststelling ? vastgesteld : _stand.Bedrag) * deel / 100, 2);
        if (bedrag >= _stand.Bedrag)
        {
            return;
        }
        if (_intrekkingen.Count == 0)
        {
            _voor = _stand;
        }
        var was = Word(_stand.Tot(bedrag));
        var besluit = Nummer($"I{_versie}");
        _intrekkingen.Add((besluit, vanVaststelling, _stand));
        _berichten.Add(
            new VerleningIngetrokkenBericht(
                Verlening.Zaaknummer,
                Verlening.Tijdvak,
                Kvk,
                Verlening.Regelversie,
                besluit,
                Verlening.Besluit,
                vanVaststelling ? "vaststelling" : "verlening",
                Dag,
                "verlening-onjuist",
                _stand.Bedrag,
                was.Bedrag,
                0.00m,
                0.00m,
                0.00m,
                Verlening.Besluitdatum,
                Guid.Empty,
                "hash",
                ["bo", "mo"],
                Op,
                VastgesteldWas: vanVaststelling ? vastgesteld : null,
                Partijen: _stand.Partijen,
                PartijenWas: was.Partijen,
                Versie: _versie
            )
        );
    }

    /// <summary>The first or the last wholly, or the last in part.</summary>
    private void Herroep(int deel, bool deels)
    {
        var welke = deels || deel > 50 ? _intrekkingen.Count - 1 : 0;
        var (besluit, vanVaststelling, _) = _intrekkingen[welke];
        var zonder = _intrekkingen.Count > 1 ? _intrekkingen[^2].Laat : _voor;
        var midden = Math.Round((_stand.Bedrag + zonder.Bedrag) / 2, 2);
        deels = deels && midden > _stand.Bedrag && midden < zonder.Bedrag;
        if (deels)
        {
            _intrekkingen[welke] = (besluit, vanVaststelling, zonder.Tot(midden));
        }
        else
        {
            _intrekkingen.RemoveAt(welke);
        }
        var was = Word(_intrekkingen.Count > 0 ? _intrekkingen[^1].Laat : _voor);
        _berichten.Add(Gewijzigd(was, $"BZ{_versie}-1", besluit, deels ? midden : null));
    }

    private void StelVast(Stand verleend, int deel)
    {
        var vastgesteld = Math.Round(verleend.Bedrag * deel / 100, 2);
        _vaststellingen++;
        _vaststelling = (verleend.Bedrag, vastgesteld);
        _berichten.Add(
            new SubsidieVastgesteldBericht(
                Verlening.Zaaknummer,
                Verlening.Tijdvak,
                Kvk,
                Verlening.Regelversie,
                Nummer($"S{_vaststellingen}"),
                Dag,
                verleend.Bedrag,
                vastgesteld,
                0.00m,
                vastgesteld,
                ["bo", "mo", "mo-2"],
                Op,
                Versie: _vaststellingen
            )
        );
    }

    private LocalDate Dag => Verlening.Besluitdatum.PlusDays(_versie);

    // A clock may run back; the versions do not.
    private Instant Op => Verlening.Op + Duration.FromDays(_versie % 3);

    private static string Nummer(string wat) => $"{Verlening.Zaaknummer}-{wat}";

    /// <summary>The award before it.</summary>
    private Stand Word(Stand wordt)
    {
        _versie++;
        _vorige = _stand;
        _stand = wordt;
        return _vorige;
    }

    private VerleningGewijzigdBericht Gewijzigd(Stand was, string besluit, string? intrekking, decimal? blijft) =>
        new(
            Verlening.Zaaknummer,
            Verlening.Tijdvak,
            Kvk,
            Verlening.Regelversie,
            Nummer(besluit),
            Nummer(besluit),
            Verlening.Besluit,
            Dag,
            200000.00m,
            _stand.Bedrag,
            was.Bedrag,
            0.00m,
            ["C"],
            ["bo", "mo"],
            Op,
            Partijen: _stand.Partijen,
            PartijenWas: was.Partijen,
            Intrekking: intrekking,
            Blijft: blijft,
            VerleendOp: Verlening.Besluitdatum,
            Versie: _versie
        );

    private static Dictionary<string, decimal> Met(IReadOnlyDictionary<string, decimal> partijen, string partij, decimal erbij)
    {
        var met = partijen.ToDictionary(StringComparer.Ordinal);
        met[partij] = met.GetValueOrDefault(partij) + erbij;
        return met.Where(p => p.Value > 0m).ToDictionary(StringComparer.Ordinal);
    }

    private sealed record Stand(decimal Bedrag, IReadOnlyDictionary<string, decimal> Partijen)
    {
        /// <summary>The same with less: each in proportion, the last cents of the hoofdaanvrager.</summary>
        public Stand Tot(decimal bedrag)
        {
            var delen = Partijen.ToDictionary(
                p => p.Key,
                p => p.Key == Kvk ? 0m : Math.Round(p.Value * bedrag / Bedrag, 2),
                StringComparer.Ordinal
            );
            delen[Kvk] = bedrag - delen.Values.Sum();
            return new(bedrag, delen);
        }
    }
}
