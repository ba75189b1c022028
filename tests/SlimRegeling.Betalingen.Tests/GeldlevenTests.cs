using System.Collections.Concurrent;
using CsCheck;
using SlimRegeling.Betalingen.Boekhouding;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Rekeningen;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Betalingen.Verzuim;
using SlimRegeling.Betalingen.Vorderen;
using Xunit;

namespace SlimRegeling.Betalingen.Tests;

/// <summary>
/// Random lives of the money of one enterprise, in which the program is killed now and then: before what was decided is kept, or after it and before anybody
/// heard so. After every event the books close, and nobody is paid above what is signed at that moment.
/// </summary>
public sealed class GeldlevenTests
{
    private const int Levens = 10_000;

    private sealed record Stap(Levensdaad Daad, int Keuze, Storing Storing);

    private static readonly Gen<Levensbesluiten> Besluiten = Gen.Select(
        Gen.Int[0, 800_000],
        Gen.Int[0, 800_000],
        Gen.Int[0, 799_999],
        Gen.Bool,
        (een, twee, rest, herroepen) => new Levensbesluiten(Math.Min(een, twee) / 100m, Math.Max(een, twee) / 100m, rest / 100m, herroepen)
    );

    private static readonly Gen<Levensdaad> Daden = Gen.Frequency(
        (2, Levensdaad.Tijd),
        (16, Levensdaad.Hoor),
        (4, Levensdaad.HoorTerug),
        (10, Levensdaad.Betaal),
        (10, Levensdaad.Ronde),
        (4, Levensdaad.WijsAf),
        (7, Levensdaad.Afschrift),
        (4, Levensdaad.BetaalTerug),
        (9, Levensdaad.HandelAf),
        (4, Levensdaad.BetaalBeslaglegger),
        (3, Levensdaad.NeemTerug),
        (3, Levensdaad.VergoedRente),
        (1, Levensdaad.WijzigRekening),
        (3, Levensdaad.ControleerRekening),
        (2, Levensdaad.LegBeslag),
        (3, Levensdaad.HefBeslagOp),
        (3, Levensdaad.GeefVrij),
        (9, Levensdaad.Vorder),
        (5, Levensdaad.Invorder),
        (4, Levensdaad.Rente),
        (3, Levensdaad.Regeling),
        (2, Levensdaad.Afboeken),
        (12, Levensdaad.Verreken),
        (2, Levensdaad.Herinner),
        (2, Levensdaad.Erken),
        (3, Levensdaad.Belemmer),
        (2, Levensdaad.Tegenboeken),
        (2, Levensdaad.SluitMaand)
    );

    private static readonly Gen<Storing> Storingen = Gen.Frequency(
        (5, Storing.Geen),
        (1, Storing.VoorVastleggen),
        (1, Storing.NaVastleggen)
    );

    private static readonly Gen<Stap[]> Stappen = Gen.Select(
        Daden,
        Gen.Int[0, 59],
        Storingen,
        (daad, keuze, storing) => new Stap(daad, keuze, storing)
    ).Array[12, 40];

    private static readonly Gen<Levensbegin> Begin = Gen.Enum<Levensbegin>();

    /// <summary>What happens in so many lives, of which each moves money, holds it or lets it go, and of some what it is about.</summary>
    private static readonly object[] Alles =
    [
        typeof(BetalingAangehouden),
        typeof(BetalingVrijgegeven),
        typeof(AanhoudingGelegd),
        typeof(AanhoudingOpgeheven),
        typeof(BetalingVerlaagd),
        typeof(BetalingUitRonde),
        typeof(BetalingUitgevoerd),
        typeof(BetalingTeruggekomen),
        typeof(BetalingAfgewezen),
        typeof(BetalingVerrekend),
        typeof(BetaalrondeIngetrokken),
        typeof(BeslagGelegd),
        typeof(BeslagOpgeheven),
        typeof(BankregelGekoppeld),
        typeof(BankregelDeelsGekoppeld),
        typeof(BankregelGeboekt),
        typeof(BankregelTeruggeboekt),
        typeof(VerplichtingAfgerekend),
        typeof(VerplichtingHerrekend),
        typeof(VerplichtingIngetrokken),
        typeof(VorderingVerrekend),
        typeof(VorderingOntstaan),
        typeof(VorderingBijgesteld),
        typeof(TerugvorderingBesloten),
        typeof(BetaaltermijnGestart),
        typeof(VorderingAangemaand),
        typeof(RenteVastgesteld),
        typeof(RegelingGetroffen),
        typeof(DwangbevelBetekend),
        typeof(VorderingBetaald),
        typeof(VorderingMetBetalingVerrekend),
        typeof(VorderingVoldaan),
        typeof(VorderingAfgeboekt),
        typeof(AfboekingTeruggenomen),
        typeof(VorderingsvoorstelVervallen),
        typeof(CorrectieGeboekt),
        typeof(BoekmaandBevestigd),
        typeof(BankkostenGeboekt),
        typeof(BankregelWeggevallen),
        typeof(TerugbetalingOpgedragen),
        typeof(BeslagleggerBetaald),
        typeof(BetaalbestandTerugnameVervallen),
        typeof(BetaalbestandTeruggenomen),
        typeof(RentevergoedingBesloten),
        typeof(RenteTeruggegeven),
        typeof(VorderingHerinnerd),
        typeof(VorderingErkend),
        typeof(BelemmeringGemeld),
        typeof(BelemmeringOpgeheven),
        .. Enum.GetValues<Aanhoudgrond>().Cast<object>(),
        .. Enum.GetValues<Betaalsoort>().Cast<object>(),
        .. Enum.GetValues<Belemmering>().Cast<object>(),
        .. Enum.GetValues<Regelafhandeling>().Cast<object>(),
    ];

    [Fact]
    public void Wat_er_ook_gebeurt_en_wordt_afgebroken_de_boeken_sluiten_en_niemand_krijgt_meer_dan_is_ondertekend()
    {
        var gebeurd = new ConcurrentDictionary<object, int>();
        Gen.Select(Besluiten, Besluiten, Begin, Stappen)
            .Sample(
                (een, twee, begin, stappen) =>
                {
                    var leven = new Geldleven(een, twee);
                    leven.Begin(begin);
                    foreach (var stap in stappen)
                    {
                        leven.Leef(stap.Daad, stap.Keuze, stap.Storing);
                    }
                    leven.Sluit();
                    foreach (var soort in leven.Gebeurd)
                    {
                        gebeurd.AddOrUpdate(soort, 1, (_, levens) => levens + 1);
                    }
                },
                iter: Levens
            );
        // In how many lives each: what is rare could be missing the next time.
        TestContext.Current.TestOutputHelper?.WriteLine(
            string.Join(", ", Alles.OrderBy(a => gebeurd.GetValueOrDefault(a)).Select(a => $"{Naam(a)} {gebeurd.GetValueOrDefault(a)}"))
        );
        Assert.True(Alles.All(gebeurd.ContainsKey), string.Join(" ", Alles.Except(gebeurd.Keys).Select(Naam)));
    }

    private static string? Naam(object wat) => wat is Type soort ? soort.Name : wat.ToString();
}
