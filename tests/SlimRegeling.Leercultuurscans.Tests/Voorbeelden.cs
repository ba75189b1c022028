using NodaTime;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Leercultuurscans.Tests;

internal static class Voorbeelden
{
    public const string Zaak = "SLIM-71ZCH67ZP3";
    public const string KvkNummer = "69599084";

    public static readonly Instant Start = Instant.FromUtc(2026, 3, 2, 9, 0);
    public static readonly Instant Eind = Instant.FromUtc(2026, 3, 20, 9, 0);
    public static readonly Verwijzing Bewaard = new(Guid.Parse("01a21096-0000-7000-8000-000000000001"), "rapporthash");
    public static readonly Instrument Kernvragen = Instrumenten.Alle[Instrumenten.Kernvragen];

    public static Scan Open(int gevraagd = 8) =>
        new Scan { Id = "scan-1" }.Apply(new ScanGestart(Zaak, KvkNummer, Kernvragen.Id, gevraagd, Start));

    /// <summary>The same answer to every question, save for the dimensions named.</summary>
    public static Antwoordblad Blad(int antwoord, params (string Dimensie, int? Antwoord)[] anders) =>
        new(
            Kernvragen.Dimensies.ToDictionary(
                d => d.Code,
                d =>
                {
                    var eigen = Array.FindIndex(anders, a => a.Dimensie == d.Code);
                    return (IReadOnlyList<int?>)[.. d.Vragen.Select(_ => eigen < 0 ? antwoord : anders[eigen].Antwoord)];
                }
            )
        );

    public static Antwoordblad[] Bladen(int aantal, int antwoord) => [.. Enumerable.Range(0, aantal).Select(_ => Blad(antwoord))];
}
