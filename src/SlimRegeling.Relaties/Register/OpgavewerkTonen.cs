using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;

namespace SlimRegeling.Relaties.Register;

/// <summary>
/// The work of finance on the central register: all aid that is not confirmed to be in it, by its last day; what is late stands on top, and what soon will be is
/// counted. What is closed to who looks is left out.
/// </summary>
public static class OpgavewerkTonen
{
    private const int Standaard = 100;
    private const int Hoogste = 500;

    public enum Werkstand
    {
        /// <summary>It is in no file yet.</summary>
        OpTeGeven,

        /// <summary>It is in a file of which nobody said that it was delivered.</summary>
        TeBevestigen,

        /// <summary>Something must be known before it can be told.</summary>
        Onvolledig,
    }

    /// <param name="Open">All there are, on whatever page.</param>
    public sealed record Lijst(
        int Open,
        int TeLaat,
        IReadOnlyList<Regel> Regels,
        [property: Description("Geef dit als 'na' voor de volgende bladzijde; ontbreekt op de laatste.")] string? Volgende = null,
        [property: Description("Hoeveel er nog op tijd kunnen, maar niet lang meer: de regels zeggen vanaf hoeveel werkdagen.")]
            int Nadert = 0
    );

    public sealed record Regel(
        string Kenmerk,
        Opgavesoort Soort,
        Werkstand Stand,
        string KvkNummer,
        string Zaaknummer,
        decimal Bedrag,
        LocalDate VerleendOp,
        string Verordening,
        LocalDate Uiterlijk,
        [property: Description("Dagen tot de laatste dag; onder nul: zoveel dagen te laat.")] int Dagen,
        string? Nace = null,
        [property: Description("De naam van de onderneming; ontbreekt zolang die niet bekend is.")] string? Naam = null,
        [property: Description("Het bestand waarin dit staat; ontbreekt als het in geen bestand staat.")] string? Opgave = null,
        [property: Description("Wat er ontbreekt, en wat u eraan doet; ontbreekt als er niets ontbreekt.")] string? Reden = null,
        [property: Description("De laatste dag is er bijna, of is vandaag.")] bool Nadert = false
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet(
                "/steunregister/werk",
                async (
                    string? na,
                    int? aantal,
                    Registerlezer lezer,
                    IBelangen belangen,
                    Persoon persoon,
                    Moment moment,
                    CancellationToken ct
                ) =>
                {
                    var hoeveel = aantal ?? Standaard;
                    if (hoeveel is < 1 or > Hoogste)
                    {
                        return Weigering.Invoer(new Fout("aantal", $"Vraag 1 tot en met {Hoogste} regels tegelijk."));
                    }
                    var register = await lezer.Lees(ct);
                    var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
                    var open = register
                        .NietBevestigd.Where(r => !gesloten.Contains(r.Sleutel.Zaaknummer))
                        .OrderBy(Plek, StringComparer.Ordinal)
                        .ToList();
                    var verder = open.Where(r => string.CompareOrdinal(Plek(r), na?.Trim()) > 0).ToList();
                    var bladzijde = verder.Take(hoeveel).ToList();
                    var namen = await lezer.Namen(bladzijde.Select(r => r.Sleutel.KvkNummer), ct);
                    var vandaag = moment.Vandaag;
                    var regels = bladzijde.Select(r => Van(r, register.Wachtend, namen, vandaag) with { Nadert = Nadert(r) }).ToList();
                    return Uitkomst.Ok(
                        new Lijst(
                            open.Count,
                            open.Count(r => r.Uiterlijk < vandaag),
                            regels,
                            verder.Count > hoeveel ? Plek(bladzijde[^1]) : null,
                            open.Count(Nadert)
                        )
                    ) with
                    {
                        Zaken = [.. regels.Select(r => r.Zaaknummer).Distinct(StringComparer.Ordinal)],
                    };

                    bool Nadert(Openregel regel) => Steunregister.Nadert(register.Versie, regel.Uiterlijk, vandaag);
                }
            )
            .Geeft<Lijst>()
            .LegtInzageVast("steunregister")
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur);

    /// <param name="wachtend">The file that waits for its confirmation; null when none does.</param>
    /// <param name="namen">By KVK number.</param>
    public static Regel Van(Openregel open, Steunopgave? wachtend, IReadOnlyDictionary<string, string> namen, LocalDate vandaag)
    {
        var opgave = wachtend?.Gemaakt.Regels.Any(r => r.Sleutel == open.Sleutel) == true ? wachtend.Id : null;
        var reden = opgave is null ? OpgaveMaken.Ontbreekt(open, namen) : null;
        return new(
            open.Sleutel.Kenmerk,
            open.Soort,
            opgave is not null ? Werkstand.TeBevestigen
                : reden is not null ? Werkstand.Onvolledig
                : Werkstand.OpTeGeven,
            open.Sleutel.KvkNummer,
            open.Sleutel.Zaaknummer,
            open.Bedrag,
            open.VerleendOp,
            open.Verordening,
            open.Uiterlijk,
            Period.DaysBetween(vandaag, open.Uiterlijk),
            open.Nace,
            namen.GetValueOrDefault(open.Sleutel.KvkNummer),
            opgave,
            reden
        );
    }

    /// <summary>The place in the list: what comes in meanwhile moves nothing.</summary>
    private static string Plek(Openregel regel) => $"{LocalDatePattern.Iso.Format(regel.Uiterlijk)}_{regel.Sleutel.Kenmerk}";
}
