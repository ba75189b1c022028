using NodaTime;
using SlimRegeling.Leercultuurscans.Antwoorden;
using SlimRegeling.Leercultuurscans.Instrumenten;
using SlimRegeling.Leercultuurscans.Rapporten;
using SlimRegeling.Leercultuurscans.Scans;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Tests;

internal static class Voorbeelden
{
    public const string Zaak = "SLIM-71ZCH67ZP3";
    public const string KvkNummer = "69599084";

    public static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);
    public static readonly Instant Eind = Instant.FromUtc(2026, 3, 20, 9, 0);
    public static readonly Verwijzing Bewaard = new(Guid.Parse("01a21096-0000-7000-8000-000000000001"), "rapporthash");
    public static readonly Instrumentboek Boek = Instrumentboek.Ingebouwd;
    public static readonly Instrument Kernvragen = Boek.Zoek("kernvragen-1")!;
    public static readonly Instrument Bouwstenen = Boek.Zoek("bouwstenen-1")!;
    public static readonly Vragenlijst Lijst = new(Kernvragen, null);

    public static Scan Open(int gevraagd = 8, string? zaak = Zaak) =>
        new Scan { Id = "scan-1" }.Apply(new ScanGestart(zaak, KvkNummer, Kernvragen.Id, gevraagd, Start));

    /// <summary>The same answer to every question, save for the dimensions named.</summary>
    public static Antwoordblad Blad(int antwoord, params (string Dimensie, int? Antwoord)[] anders) => Blad(Lijst, antwoord, anders);

    public static Antwoordblad Blad(Vragenlijst lijst, int antwoord, params (string Dimensie, int? Antwoord)[] anders) =>
        new(
            lijst.Delen.ToDictionary(
                d => d.Onderdeel.Code,
                d =>
                {
                    var eigen = Array.FindIndex(anders, a => a.Dimensie == d.Onderdeel.Code);
                    return (IReadOnlyList<int?>)[.. d.Onderdeel.Vragen.Select(_ => eigen < 0 ? antwoord : anders[eigen].Antwoord)];
                }
            )
        );

    public static Antwoordblad[] Bladen(int aantal, int antwoord) => [.. Enumerable.Range(0, aantal).Select(_ => Blad(antwoord))];

    /// <summary>A report of the kernvragen alone, or null.</summary>
    public static Rapport? Gerapporteerd(
        int gevraagd,
        IReadOnlyList<Antwoordblad> bladen,
        Leidingverklaring? leiding = null,
        Scanopzet? opzet = null,
        int bijgemaakt = 0
    ) =>
        Rapportmaker.Maak(
            new(
                Lijst,
                opzet ?? Scanopzet.Zonder,
                gevraagd,
                bladen,
                leiding,
                new(2026, 3, 2),
                new(2026, 3, 20),
                "10-49",
                "F",
                Bijgemaakt: bijgemaakt
            )
        );

    public static Leidingverklaring Leiding(int antwoord, params string[] volgorde) =>
        new(Blad(antwoord).Antwoorden, volgorde, "willen", ["tijd"], ["vernieuwen"], false);
}
