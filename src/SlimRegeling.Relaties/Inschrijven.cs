using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regelstand;

namespace SlimRegeling.Relaties;

/// <summary>An enterprise enrols itself, or says what has changed. Only what differs from what is known is an event.</summary>
public static class Inschrijven
{
    /// <param name="Straat">Street and house number.</param>
    /// <param name="SbiCodes">The main activity first.</param>
    public sealed record Verzoek(
        string Naam,
        string Straat,
        string Postcode,
        string Plaats,
        IReadOnlyList<string> SbiCodes,
        string Iban,
        string Tenaamstelling
    );

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/ondernemingen/{kvkNummer}", Voer)
            .Geeft<Bijgewerkt>()
            .Voor(Rol.Aanvrager, Rol.Gemachtigde)
            .EigenZaak()
            .BindtOnderneming();

    private static async Task<Uitkomst> Voer(
        string kvkNummer,
        Verzoek verzoek,
        Persoon persoon,
        Stroom<Onderneming> ondernemingen,
        Werkeenheid<RelatiesContext> eenheid,
        Regelbron<RelatiesContext> regelbron,
        Moment moment,
        CancellationToken ct
    )
    {
        if (persoon.KvkNummer != kvkNummer)
        {
            return Weigering.NietGevonden(kvkNummer);
        }
        var (gegevens, fouten) = new Ondernemingsgegevens(
            verzoek.Naam,
            verzoek.Straat,
            verzoek.Postcode,
            verzoek.Plaats,
            verzoek.SbiCodes
        ).Controleer();
        var (rekening, rekeningfouten) = new Rekeninggegevens(verzoek.Iban, verzoek.Tenaamstelling).Controleer();
        if (gegevens is null || rekening is null)
        {
            return Weigering.Invoer([.. fouten, .. rekeningfouten]);
        }
        var bekend = await ondernemingen.Lees(kvkNummer, ct);
        var inschrijving = new Inschrijving(
            gegevens.SbiCodes[0],
            await Opgave.Van(kvkNummer, gegevens, bekend?.Gegevens, oud => oud.Zelfde(gegevens), eenheid, ct),
            await RekeningWijzigen.Bepaal(kvkNummer, rekening, bekend, eenheid, ct)
        );
        var regels = await regelbron.Nu(ct);
        return await ondernemingen.SchrijfOfBegin(
            kvkNummer,
            onderneming => Beslis(onderneming, inschrijving, persoon.Onderwerp, regels, moment.Nu),
            ct
        );
    }

    public sealed record Inschrijving(string HoofdSbi, Opgave Gegevens, Opgave Rekening);

    public static Beslissing Beslis(Onderneming? onderneming, Inschrijving inschrijving, string wie, Regelstanden regels, Instant nu)
    {
        var stand = onderneming ?? new Onderneming();
        List<Gebeurtenis> gebeurtenissen = [];
        if (stand.Gegevens is null)
        {
            gebeurtenissen.Add(new OndernemingIngeschreven(inschrijving.Gegevens.Bewaar(), inschrijving.HoofdSbi, nu));
        }
        else if (stand.Gegevens != inschrijving.Gegevens.Zelfde)
        {
            gebeurtenissen.Add(new GegevensGewijzigd(inschrijving.Gegevens.Bewaar(), inschrijving.HoofdSbi, nu));
        }
        gebeurtenissen.AddRange(Steunruimte.Herreken(stand with { HoofdSbi = inschrijving.HoofdSbi }, regels, nu));
        if (RekeningWijzigen.Volgende(stand, inschrijving.Rekening, wie, nu) is { } gewijzigd)
        {
            gebeurtenissen.Add(gewijzigd);
        }
        return Beslissing.Van(gebeurtenissen);
    }
}
