using NodaTime;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Tijdvakken.Regelversies;
using SlimRegeling.Tijdvakken.Verdeling;

namespace SlimRegeling.Tijdvakken.Beheer;

/// <summary>Writes a proposal about a window, and what its second signature does to the windows and their money, in one transaction.</summary>
public sealed class Tijdvakvoorstellen(
    Stroom<Tijdvakbeheer> stroom,
    Stroom<Tijdvak> tijdvakken,
    Verdeelbeurt beurt,
    Werkeenheid<TijdvakkenContext> eenheid
)
{
    /// <summary>Proposes something about a window that exists.</summary>
    public async Task<Uitkomst> Doe(string id, Func<Tijdvakbeheer, Tijdvak, Geldstand, Beslissing> beslis, CancellationToken ct)
    {
        if (await tijdvakken.Lees(id, ct) is not { } tijdvak)
        {
            return Weigering.NietGevonden(id);
        }
        var geld = await Geldstand.Lees(eenheid.Sessie, id, ct);
        return await Doe(id, beheer => beslis(beheer, tijdvak, geld), ct);
    }

    public async Task<Uitkomst> Doe(string id, Func<Tijdvakbeheer, Beslissing> beslis, CancellationToken ct)
    {
        Tijdvakvoorstel? gedaan = null;
        var uitkomst = await stroom.SchrijfOfBegin(
            Tijdvakbeheer.Stroom(id),
            stand =>
            {
                var beheer = stand ?? new();
                var beslissing = beslis(beheer);
                gedaan = beslissing
                    .Gebeurtenissen.Aggregate(beheer, Vouw.Volg)
                    .Voorstellen.Skip(beheer.Voorstellen.Count)
                    .SingleOrDefault();
                return beslissing;
            },
            ct
        );
        return gedaan is null || uitkomst.Weigering is not null
            ? uitkomst
            : uitkomst with
            {
                Status = 201,
                Locatie = $"/v1/tijdvakken/{id}/voorstellen/{gedaan.Nummer}",
                Inhoud = new Vaststellen.Voorgesteld(id, gedaan.Nummer, gedaan.Hash),
            };
    }

    /// <param name="klok">Read when the window is ours: who asked for the closing before had it, so what is signed now is of after that.</param>
    public async Task<Uitkomst> Onderteken(string id, int nummer, string hash, string wie, Func<Instant> klok, CancellationToken ct)
    {
        // What a proposal says never changes; whether it can be signed is decided below.
        var gelezen = (await stroom.Lees(Tijdvakbeheer.Stroom(id), ct))?.Met(nummer);
        string[] vensters = gelezen?.Verplaatsing is { } uit ? [id, uit.Van] : [id];
        foreach (var tijdvak in vensters.Order(StringComparer.Ordinal))
        {
            await beurt.Neem(tijdvak, ct);
        }
        var nu = klok();
        var uitkomst = await stroom.SchrijfOfBegin(
            Tijdvakbeheer.Stroom(id),
            beheer => VoorstelOndertekenen.Beslis(beheer?.Met(nummer), nummer, hash, wie, nu),
            ct
        );
        return uitkomst.Weigering is not null ? uitkomst
            : gelezen!.Vaststelling is { } vaststelling ? await Stel(id, vaststelling, wie, nu, ct)
            : gelezen.Wijziging is { } wijziging ? await Wijzig(id, wijziging, wie, nu, ct)
            : await Verplaats(id, gelezen.Verplaatsing!, wie, nu, ct);
    }

    private async Task<Uitkomst> Stel(string id, TijdvakVoorgesteld voorstel, string wie, Instant nu, CancellationToken ct)
    {
        var regels = await RegelversiesTonen.Standen(eenheid, ct);
        var uitkomst = await tijdvakken.SchrijfOfBegin(id, tijdvak => Vaststellen.Bekrachtig(id, tijdvak, voorstel, wie, regels, nu), ct);
        if (uitkomst.Weigering is null)
        {
            Plafondstand.Begin(eenheid.Sessie, id, voorstel.Plafond, voorstel.Bezwaarreserve ?? 0);
        }
        return uitkomst;
    }

    private async Task<Uitkomst> Wijzig(string id, TijdvakwijzigingVoorgesteld voorstel, string wie, Instant nu, CancellationToken ct)
    {
        var regels = await RegelversiesTonen.Standen(eenheid, ct);
        var geld = await Geldstand.Lees(eenheid.Sessie, id, ct);
        var uitkomst = await tijdvakken.Schrijf(id, tijdvak => Wijzigen.Bekrachtig(tijdvak, geld, voorstel, wie, regels, nu), ct);
        if (uitkomst.Weigering is null)
        {
            Plafondstand.Zet(eenheid.Sessie, id, voorstel.Wordt.Plafond, voorstel.Wordt.Bezwaarreserve ?? 0);
        }
        return uitkomst;
    }

    private async Task<Uitkomst> Verplaats(string id, BudgetverplaatsingVoorgesteld voorstel, string wie, Instant nu, CancellationToken ct)
    {
        var regels = await RegelversiesTonen.Standen(eenheid, ct);
        var geld = await Geldstand.Lees(eenheid.Sessie, voorstel.Van, ct);
        var van = (await tijdvakken.Lees(voorstel.Van, ct))!;
        var naar = (await tijdvakken.Lees(id, ct))!;
        var (erbij, eraf) = Verplaatsen.Bekrachtig(van, geld, naar, voorstel, wie, regels, nu);
        // Nobody can change these windows meanwhile: both are taken.
        var uitkomst = await tijdvakken.Schrijf(id, _ => erbij, ct);
        if (uitkomst.Weigering is not null)
        {
            return uitkomst;
        }
        await tijdvakken.Schrijf(voorstel.Van, _ => eraf, ct);
        Plafondstand.Zet(eenheid.Sessie, voorstel.Van, van.Plafond - voorstel.Bedrag, van.Bezwaarreserve ?? 0);
        Plafondstand.Zet(eenheid.Sessie, id, naar.Plafond + voorstel.Bedrag, naar.Bezwaarreserve ?? 0);
        return uitkomst;
    }
}
