using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Medewerkers;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Relaties.Register;

/// <summary>
/// Puts in one file what the central register must be told: what was granted, and what became another amount or nothing since it was told. One file at a
/// time: the next is made when this one was delivered or dropped, so that each builds on what the register holds.
/// </summary>
public static class OpgaveMaken
{
    internal const string Artikel = "artikel 6, tweede lid, Verordening (EU) 2023/2831";

    public sealed record Verzoek;

    public sealed record Antwoord(string Opgave, int Regels, LocalDate Uiterlijk, string Hash, IReadOnlyList<Overgeslagen> Overgeslagen);

    /// <summary>Aid that is not in the file, and why.</summary>
    public sealed record Overgeslagen(string Kenmerk, string Reden);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/steunregister/opgaven", Voer).Voor(Rol.FinancieelMedewerker).Geeft<Antwoord>(201);

    private static async Task<Uitkomst> Voer(
        Verzoek _,
        Werkeenheid<RelatiesContext> eenheid,
        Stroom<Steunopgave> opgaven,
        Registerlezer lezer,
        Belangen belangen,
        Persoon persoon,
        Moment moment,
        CancellationToken ct
    )
    {
        var register = await lezer.Lees(ct);
        if (register.Wachtend is { } wachtend)
        {
            return Wacht(wachtend.Id);
        }
        var open = register.NietOpgegeven;
        var namen = await lezer.Namen(open.Select(r => r.Sleutel.KvkNummer), ct);
        var (regels, overgeslagen) = Kies(open, namen, await belangen.Gesloten(persoon.Onderwerp, ct));
        if (regels.Count == 0)
        {
            return Weigering.Van(
                "niets-op-te-geven",
                "Er is nu niets dat u in het centrale register kunt laten opnemen. Er is geen bestand gemaakt. In de werklijst staat wat nog ontbreekt.",
                Artikel
            );
        }
        var id = Steunopgave.Kenmerk(register.Opgaven.Count);
        var genoemd = Genoemd(regels, namen);
        var gemaakt = new SteunopgaveGemaakt(
            regels,
            regels.Min(r => r.Uiterlijk),
            Steunbestand.Hash(Steunbestand.Schrijf(id, regels, genoemd)),
            eenheid.Bewaar(id, new Opgavenamen(genoemd)),
            persoon.Onderwerp,
            moment.Nu
        );
        var uitkomst = await opgaven.SchrijfOfBegin(id, opgave => Beslis(opgave, gemaakt), ct);
        return uitkomst.Weigering is { } botst
            ? botst
            : Uitkomst.Gemaakt(
                $"/steunregister/opgaven/{id}",
                new Antwoord(id, regels.Count, gemaakt.Uiterlijk, gemaakt.Hash, overgeslagen)
            ) with
            {
                Zaken = [.. regels.Select(r => r.Zaaknummer).Distinct(StringComparer.Ordinal)],
            };
    }

    /// <summary>A number is of one file: of two that are made at once the second is told of the first.</summary>
    public static Beslissing Beslis(Steunopgave? opgave, SteunopgaveGemaakt gemaakt) => opgave is null ? gemaakt : Wacht(opgave.Id);

    /// <summary>The lines that can be in a file, and why the others cannot.</summary>
    /// <param name="namen">By KVK number.</param>
    /// <param name="gesloten">Cases in which who makes the file has an interest of their own.</param>
    public static (IReadOnlyList<Opgaveregel> Regels, IReadOnlyList<Overgeslagen> Overgeslagen) Kies(
        IReadOnlyList<Openregel> open,
        IReadOnlyDictionary<string, string> namen,
        IReadOnlySet<string> gesloten
    )
    {
        var (regels, overgeslagen) = (new List<Opgaveregel>(), new List<Overgeslagen>());
        foreach (var regel in open)
        {
            if (gesloten.Contains(regel.Sleutel.Zaaknummer))
            {
                overgeslagen.Add(
                    new(
                        regel.Sleutel.Kenmerk,
                        "U hebt gemeld dat u een eigen belang hebt bij deze zaak (artikel 2:4 Awb). Laat een collega deze steun opgeven."
                    )
                );
            }
            else if (Ontbreekt(regel, namen) is { } reden)
            {
                overgeslagen.Add(new(regel.Sleutel.Kenmerk, reden));
            }
            else
            {
                regels.Add(
                    new(
                        regel.Sleutel.KvkNummer,
                        regel.Sleutel.Zaaknummer,
                        regel.Soort,
                        regel.Bedrag,
                        regel.VerleendOp,
                        regel.Verordening,
                        regel.Nace!,
                        regel.Uiterlijk,
                        regel.Sleutel.Besluit
                    )
                );
            }
        }
        return (regels, overgeslagen);
    }

    /// <summary>What must be known before this can be told; null when nothing is missing. What was told before is known by its number.</summary>
    public static string? Ontbreekt(Openregel regel, IReadOnlyDictionary<string, string> namen) =>
        regel.Soort == Opgavesoort.Nieuw && (regel.Nace is null || !namen.ContainsKey(regel.Sleutel.KvkNummer))
            ? "De naam en de hoofdactiviteit van deze onderneming zijn niet bekend: zij heeft zich niet ingeschreven. Vraag haar dat te doen."
            : null;

    private static SortedDictionary<string, string> Genoemd(IReadOnlyList<Opgaveregel> regels, IReadOnlyDictionary<string, string> namen) =>
        new(
            regels
                .Select(r => r.KvkNummer)
                .Distinct(StringComparer.Ordinal)
                .Where(namen.ContainsKey)
                .ToDictionary(kvkNummer => kvkNummer, kvkNummer => namen[kvkNummer], StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    private static Weigering Wacht(string opgave) =>
        Weigering.Van(
            "opgave-wacht",
            $"Bestand {opgave} is gemaakt en nog niet bevestigd. Laat een collega bevestigen dat het is geleverd, of laat het vervallen. Maak daarna een nieuw bestand.",
            Artikel
        );
}
