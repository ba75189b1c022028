using SlimRegeling.Platform.Contexten;

namespace SlimRegeling.Zaken;

/// <summary>Asks the owners what cases are found by, some at a time: names in force, the plan, and what the letters say.</summary>
public sealed class Zoekbronnen(Contextvraag contexten)
{
    private const string Relaties = "relaties";
    private const string Aanvragen = "aanvragen";
    private const string Dossiers = "dossiers";

    /// <summary>Names of the contexts that are asked.</summary>
    public static readonly IReadOnlyList<string> Eigenaren = [Relaties, Aanvragen, Dossiers];

    private sealed record Zaakteksten(string Zaaknummer, IReadOnlyList<Tekst> Teksten);

    /// <param name="Kenmerk">Absent of a letter, which has an id.</param>
    private sealed record Tekst(string Soort, string Inhoud, string Kenmerk = "");

    private sealed record Ondernemingsnaam(string KvkNummer, string Naam);

    /// <param name="zaken">KVK number of the applicant by case; at most a hundred.</param>
    /// <returns>Nothing of what its owner no longer has.</returns>
    /// <exception cref="HttpRequestException">One of the owners gives no answer that says something.</exception>
    internal async Task<IReadOnlyList<Zoektekst>> Haal(IReadOnlyDictionary<string, string> zaken, CancellationToken ct)
    {
        var nummers = string.Join(',', zaken.Keys);
        var kvkNummers = string.Join(',', zaken.Values.Distinct());
        var namen = await contexten.Stel<List<Ondernemingsnaam>>(Relaties, $"/ondernemingsnamen?kvkNummers={kvkNummers}", ct) ?? [];
        var aanvragen = await contexten.Stel<List<Zaakteksten>>(Aanvragen, $"/aanvraagteksten?zaken={nummers}", ct) ?? [];
        var brieven = await contexten.Stel<List<Zaakteksten>>(Dossiers, $"/briefteksten?zaken={nummers}", ct) ?? [];
        return
        [
            .. from zaak in zaken
            join naam in namen on zaak.Value equals naam.KvkNummer
            select new Zoektekst(zaak.Key, "onderneming", naam.KvkNummer, naam.Naam),
            .. from zaak in aanvragen
            from tekst in zaak.Teksten
            select new Zoektekst(zaak.Zaaknummer, tekst.Soort, tekst.Kenmerk, tekst.Inhoud),
            .. from zaak in brieven from tekst in zaak.Teksten select new Zoektekst(zaak.Zaaknummer, "brief", tekst.Soort, tekst.Inhoud),
        ];
    }
}
