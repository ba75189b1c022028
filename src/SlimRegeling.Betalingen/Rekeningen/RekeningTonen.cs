using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using SlimRegeling.Betalingen.Bankbestanden;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Betalingen.Rekeningen;

/// <summary>
/// The account of an enterprise as who checks it must see it, with what the check of name and IBAN says; and those that hold payments. It is closed to who
/// has an interest of their own in a case of the enterprise, and left out of the list for them.
/// </summary>
public static class RekeningTonen
{
    /// <param name="Volgnummer">Of the account that counts; absent while none is known.</param>
    /// <param name="Naam">As the enterprise has it; absent when it was destroyed.</param>
    /// <param name="NaamVoorBank">As a bank is told; absent when it cannot be written for one.</param>
    /// <param name="Door">Pseudonym of who changed it: that one does not check it.</param>
    /// <param name="TeControleren">Whether payments wait for the check.</param>
    /// <param name="Akkoord">What the check came to; absent while there was none.</param>
    /// <param name="Naamcontrole">Says something of the name, and decides nothing.</param>
    /// <param name="Wachtend">What is ordered and not on its way, in euro.</param>
    public sealed record Beeld(
        string KvkNummer,
        int? Volgnummer,
        string? Iban,
        string? Naam,
        string? NaamVoorBank,
        string? Door,
        bool TeControleren,
        bool? Akkoord,
        Naamoordeel Naamcontrole,
        decimal Wachtend,
        IReadOnlyList<Beslagbeeld> Beslagen
    );

    /// <param name="Door">Pseudonym of who registered it: another says that it ended.</param>
    /// <param name="OpgehevenDoor">Of who said that it ended; absent while it lies.</param>
    public sealed record Beslagbeeld(
        string Nummer,
        string? Beslaglegger,
        string? Kenmerk,
        LocalDate? GelegdOp,
        decimal? Bedrag,
        string Door,
        string? OpgehevenDoor
    );

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/rekeningen", Lijst)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("rekeningen")
            .Geeft<IReadOnlyList<Beeld>>();
        api.MapGet("/rekeningen/{kvkNummer}", Toon)
            .Voor(Rol.FinancieelMedewerker, Rol.FinancieelControleur)
            .LegtInzageVast("rekening")
            .Geeft<Beeld>();
    }

    /// <summary>Asks it of our own copy of the account.</summary>
    public static async Task<Naamoordeel> Vraag(
        this INaamcontrole naamcontrole,
        Werkeenheid<BetalingenContext> eenheid,
        Verwijzing gegevens,
        CancellationToken ct
    ) =>
        await eenheid.Lees<Bankgegevens>(gegevens, ct) is { } bank
            ? await naamcontrole.Vraag(bank.Iban, bank.Tenaamstelling, ct)
            : Naamoordeel.NietBeschikbaar;

    private static async Task<Uitkomst> Lijst(
        Werkeenheid<BetalingenContext> eenheid,
        INaamcontrole naamcontrole,
        IBelangen belangen,
        Persoon persoon,
        CancellationToken ct
    )
    {
        var bekend = await eenheid.Sessie.QueryAsync<Rekening>(
            "where jsonb_array_length(data -> 'versies') > 1 or jsonb_array_length(data -> 'beslagen') > 0 order by id",
            ct
        );
        var houdend = bekend.Where(r => r.TeControleren is not null || r.LopendeBeslagen.Count > 0).ToList();
        var opdrachten = await Opdrachten(eenheid, houdend, ct);
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        var open = houdend.Where(r => !opdrachten[r.Id].Any(o => gesloten.Contains(o.Zaaknummer))).ToList();
        return Uitkomst.Ok(await Beelden(open, opdrachten, eenheid, naamcontrole, ct));
    }

    private static async Task<Uitkomst> Toon(
        string kvkNummer,
        Stroom<Rekening> rekeningen,
        Werkeenheid<BetalingenContext> eenheid,
        INaamcontrole naamcontrole,
        IBelangen belangen,
        Persoon persoon,
        CancellationToken ct
    )
    {
        if (await rekeningen.Lees(kvkNummer, ct) is not { } rekening)
        {
            return Weigering.NietGevonden(kvkNummer);
        }
        var opdrachten = await Opdrachten(eenheid, [rekening], ct);
        var gesloten = await belangen.Gesloten(persoon.Onderwerp, ct);
        if (opdrachten[kvkNummer].Select(o => o.Zaaknummer).FirstOrDefault(gesloten.Contains) is { } eigen)
        {
            return Belang.Gesloten(eigen);
        }
        var beelden = await Beelden([rekening], opdrachten, eenheid, naamcontrole, ct);
        return await rekeningen.Toon(kvkNummer, _ => beelden[0], ct);
    }

    /// <summary>By enterprise what was ordered for it, each with what of it is not on its way, in euro.</summary>
    private static async Task<ILookup<string, (string Zaaknummer, decimal Wachtend)>> Opdrachten(
        Werkeenheid<BetalingenContext> eenheid,
        IReadOnlyList<Rekening> rekeningen,
        CancellationToken ct
    ) =>
        (await eenheid.Sessie.LoadManyAsync<Betaalopdracht>(ct, rekeningen.SelectMany(r => r.Betaalopdrachten).Distinct())).ToLookup(
            b => b.Opdracht.KvkNummer,
            b => (b.Opdracht.Zaaknummer, b.Open ? b.Opdracht.Bedrag : 0)
        );

    private static async Task<List<Beeld>> Beelden(
        IReadOnlyList<Rekening> rekeningen,
        ILookup<string, (string Zaaknummer, decimal Wachtend)> opdrachten,
        Werkeenheid<BetalingenContext> eenheid,
        INaamcontrole naamcontrole,
        CancellationToken ct
    )
    {
        var inhouden = await Inhouden.Lees(
            eenheid.Sessie,
            rekeningen.SelectMany(r => r.Beslagen.Select(b => b.Gegevens).Concat(r.Versies.Select(v => v.Gegevens))),
            ct
        );
        var beelden = new List<Beeld>();
        foreach (var rekening in rekeningen)
        {
            var bank = rekening.Huidig is { } huidig ? inhouden.Zoek<Bankgegevens>(huidig.Gegevens) : null;
            beelden.Add(
                new Beeld(
                    rekening.Id,
                    rekening.Huidig?.Volgnummer,
                    bank?.Iban,
                    bank?.Tenaamstelling,
                    SepaTekst.Naam(bank?.Tenaamstelling).Waarde,
                    rekening.Huidig?.Door,
                    rekening.TeControleren is not null,
                    rekening.Huidig?.Akkoord,
                    bank is null ? Naamoordeel.NietBeschikbaar : await naamcontrole.Vraag(bank.Iban, bank.Tenaamstelling, ct),
                    opdrachten[rekening.Id].Sum(o => o.Wachtend),
                    [.. rekening.Beslagen.Select(b => Van(b, inhouden.Zoek<Beslaggegevens>(b.Gegevens)))]
                )
            );
        }
        return beelden;
    }

    private static Beslagbeeld Van(Beslag beslag, Beslaggegevens? gegevens) =>
        new(
            beslag.Nummer,
            gegevens?.Beslaglegger,
            gegevens?.Kenmerk,
            gegevens?.GelegdOp,
            gegevens?.Bedrag,
            beslag.Door,
            beslag.OpgehevenDoor
        );
}
