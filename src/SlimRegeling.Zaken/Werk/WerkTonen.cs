using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Contexten;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Zaken.Werk;

/// <summary>
/// What is to be done, by the term that ends first: what is late stands on top. A page goes on behind the last case of the one before, by its term
/// and its number, so that what comes in meanwhile moves nothing.
/// </summary>
public static class WerkTonen
{
    private const int Standaard = 50;
    private const int Hoogste = 100;

    public sealed record Lijst(
        IReadOnlyList<Regel> Zaken,
        [property: Description("Geef dit als 'na' voor de volgende bladzijde; ontbreekt op de laatste.")] string? Volgende = null
    );

    /// <param name="Fase">Of where the case stands; bezwaar when only an objection asks for work. To find what the recipient asked or reported meanwhile there
    /// are wijziging, voortgang and melding, which no case stands in.</param>
    /// <param name="Termijn">The one that ends first, of the case or to decide on its objection or on a change; absent when none runs.</param>
    /// <param name="Ingebreke">The penalty as it stands now, for the application, the settlement, a change or an objection that runs; absent without a
    /// reminder.</param>
    public sealed record Regel(
        string Zaaknummer,
        Zaakstatus Status,
        Werkfase Fase,
        string KvkNummer,
        string Tijdvak,
        Instant IngediendOp,
        decimal Gevraagd,
        [property: Description("Van het tijdvak; ontbreekt zolang dat niet bekend is.")] string? Aanvragertype = null,
        [property: Description("Het kenmerk van de beoordelaar; ontbreekt als niemand de zaak heeft.")] string? Behandelaar = null,
        Termijnbeeld? Termijn = null,
        Ingebrekestand? Ingebreke = null,
        [property: Description("Het nummer van het bezwaar waarop het eerst moet worden beslist; ontbreekt als er geen bezwaar loopt.")]
            string? Bezwaar = null,
        [property: Description("De naam van de onderneming; ontbreekt zolang die niet bekend is.")] string? Naam = null,
        [property: Description("Het nummer van het wijzigingsverzoek waarop het eerst moet worden beslist; ontbreekt als er geen wacht.")]
            string? Wijziging = null,
        [property: Description("Of een voortgangsverslag wacht; ontbreekt als dat niet zo is.")] bool? Verslag = null,
        [property: Description(
            "De dag waarop de aanvrager het besluit uiterlijk verwacht; ontbreekt als niet is gemeld dat het later komt."
        )]
            LocalDate? BesluitVerwacht = null,
        [property: Description("Of een gemelde wijziging nog niet is gelezen; ontbreekt als dat niet zo is.")] bool? Melding = null
    );

    public sealed record Termijnbeeld(
        string Titel,
        string Artikel,
        LocalDate Uiterlijk,
        [property: Description("Dagen tot de laatste dag; onder nul: zoveel dagen te laat.")] int Dagen
    );

    /// <summary>The last case of a page: behind it the next one begins.</summary>
    internal sealed record Plek(LocalDate Uiterlijk, string Zaaknummer)
    {
        private const char Scheiding = '_';

        public static Plek? Lees(string tekst) =>
            tekst.Split(Scheiding) is [var dag, var nummer]
            && LocalDatePattern.Iso.Parse(dag) is { Success: true, Value: var uiterlijk }
            && Platform.Zaaknummer.TryParse(nummer, null, out var zaaknummer)
                ? new(uiterlijk, zaaknummer)
                : null;

        public override string ToString() => $"{LocalDatePattern.Iso.Format(Uiterlijk)}{Scheiding}{Zaaknummer}";
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(
                "/werk",
                async (
                    string? tijdvak,
                    string? status,
                    [Description(
                        "behandelen, wacht-op-aanvrager, ondertekenen, uitvoeren, vaststellen, bezwaar, wijziging, voortgang of melding."
                    )]
                        string? fase,
                    [Description("mij, niemand, of het kenmerk van een beoordelaar.")] string? wie,
                    [Description("verlopen; week of maand, met wat verlopen is; of in-gebreke.")] string? termijn,
                    string? aanvragertype,
                    string? na,
                    int? aantal,
                    Contextregister contexten,
                    Regelbron<ZakenContext> regelbron,
                    IBelangen belangen,
                    Persoon persoon,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var vraag = new Werkzoeker.Vraag(
                        new Werkfilter(tijdvak, status, fase, wie, termijn, aanvragertype).Schoon(),
                        persoon.Onderwerp,
                        [.. await belangen.Gesloten(persoon.Onderwerp, ct)],
                        string.IsNullOrWhiteSpace(na) ? null : Plek.Lees(na.Trim()),
                        aantal ?? Standaard
                    );
                    Fout[] fouten = [.. vraag.Filter.Fouten(), .. Controleer(vraag, na)];
                    if (fouten.Length > 0)
                    {
                        return Weigering.Invoer(fouten);
                    }
                    var zoeker = new Werkzoeker(vraag, await regelbron.Nu(ct), moment.Nu);
                    var lijst = await zoeker.Zoek(contexten.Van(typeof(ZakenContext)).Bron, ct);
                    return Uitkomst.Ok(lijst) with { Zaken = [.. lijst.Zaken.Select(z => z.Zaaknummer)] };
                }
            )
            .Geeft<Lijst>()
            .LegtInzageVast("werklijst")
            .Voor(Rol.Beoordelaar, Rol.Medeondertekenaar);

    private static IEnumerable<Fout> Controleer(Werkzoeker.Vraag vraag, string? na)
    {
        if (!string.IsNullOrWhiteSpace(na) && vraag.Na is null)
        {
            yield return new("na", "Geef de waarde van 'volgende' uit de vorige bladzijde.");
        }
        if (vraag.Aantal is < 1 or > Hoogste)
        {
            yield return new("aantal", $"Vraag 1 tot en met {Hoogste} zaken per bladzijde.");
        }
    }
}
