using Microsoft.AspNetCore.Mvc;
using SlimRegeling.Platform.Identiteit;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Web.Aanvraag;
using SlimRegeling.Web.Bewaren;
using SlimRegeling.Web.Formulieren;
using SlimRegeling.Web.Talen;

namespace SlimRegeling.Web.Pages.Aanvragen;

/// <summary>One task of an application.</summary>
public sealed class TaakModel(
    Concepten concepten,
    Taakopslag taakopslag,
    Registerlezer register,
    Ondernemingslezer onderneming,
    Typwerk typwerk,
    Persoonlezer lezer,
    Moment moment,
    Teksten t
) : Taakblad(taakopslag, typwerk, lezer, moment, t)
{
    // A form with more parties that are new at once is written by software, which knows their names.
    private const int MeesteVragen = 10;
    private const string Nummer = "kvkNummer";
    private const string Steunplaats = "verklaringen.deMinimis";

    public override string Lijst => $"/aanvragen/{Concept.Zaaknummer}";

    public override string NaarLijst => "Terug naar uw taken";

    public async Task<IActionResult> OnGet(string zaaknummer, string taak, CancellationToken ct)
    {
        if (await Laad(zaaknummer, taak, ct) is { } elders)
        {
            return elders;
        }
        return await Toon(ct);
    }

    public async Task<IActionResult> OnPost(string zaaknummer, string taak, [FromForm(Name = "_doe")] string? doe, CancellationToken ct) =>
        await Verwerk(await Laad(zaaknummer, taak, ct), doe, ct);

    protected override async Task Controleer(bool alles, CancellationToken ct)
    {
        var controle = await concepten.Controleer(Concept.Zaaknummer, ct);
        Opbrengst = controle.Opbrengst;
        Meld(controle.Fouten, alles);
        LetOp(controle.Aandacht);
        LetOp(controle.Opmerkingen);
        await KijkInRegister(ct);
        await KijkBijOnderneming(ct);
    }

    /// <summary>The name and SBI of a party, once its number is new here.</summary>
    protected override async Task<IReadOnlyList<Verschil>> VulAan(CancellationToken ct)
    {
        if (Taak.Code != Taken.Partijen)
        {
            return [];
        }
        var (begin, gevuld, gevraagd) = (Samenvoeging.Lees(Begin), new List<Verschil>(), 0);
        foreach (var (pad, kvkNummer) in Partijen())
        {
            var nieuw = kvkNummer.Length > 0 && kvkNummer != begin.GetValueOrDefault(Pad.Bij(pad, Nummer), "");
            if (nieuw && gevraagd++ < MeesteVragen && await register.Lees(kvkNummer, ct) is { } beeld)
            {
                gevuld.AddRange(new Registerhulp(beeld, Formulier, Invulling, pad, Woorden).Vul(v => Request.Form[$"_merk.{v}"]));
            }
        }
        return gevuld;
    }

    /// <summary>Says what was filled in from the register, and what does not agree with it.</summary>
    private async Task KijkInRegister(CancellationToken ct)
    {
        if (Taak.Code == Taken.Onderneming && await register.Lees(Persoon?.KvkNummer, ct) is { } eigen)
        {
            var hulp = new Registerhulp(eigen, Formulier, Invulling, Taken.Onderneming, Woorden);
            hulp.Merk();
            hulp.Waarschuw();
        }
        else if (Taak.Code == Taken.Partijen)
        {
            // Only those that were asked lately: a page with a hundred parties is no reason to ask a hundred times.
            foreach (var (pad, kvkNummer) in Partijen())
            {
                if (register.Bekend(kvkNummer) is { } beeld)
                {
                    var hulp = new Registerhulp(beeld, Formulier, Invulling, pad, Woorden);
                    hulp.Merk();
                    hulp.Waarschuw();
                }
            }
        }
    }

    /// <summary>Says what we know of the enterprise itself beside what it answers: the account on which is paid, the aid that it had.</summary>
    private async Task KijkBijOnderneming(CancellationToken ct)
    {
        const string Plaats = Rekeningvergelijking.Plaats;
        if (Taak.Code == Taken.Rekening)
        {
            if (Invulling[Plaats] is not { Length: > 0 } iban || await onderneming.Iban(Persoon, ct) is not { } bekend)
            {
                return;
            }
            if (Rekeningvergelijking.IsZelfde(iban, bekend))
            {
                Invulling.Merk(Plaats, Woorden["Op deze rekening betalen wij. Zij staat ook op de pagina Adres, rekening en e-mail."]);
            }
            else
            {
                Invulling.LetOp(
                    Plaats,
                    Woorden[
                        "Wij betalen op {0}: dat staat op de pagina Adres, rekening en e-mail. Klopt dat niet? Wijzig het daar.",
                        bekend
                    ],
                    vertaald: true
                );
            }
        }
        else if (Taak.Code == Taken.Verklaringen && await onderneming.Steun(Persoon, ct) is { } steun)
        {
            Invulling.LetOp(
                Steunplaats,
                Woorden[
                    "Sinds {0} verleenden wij u {1} subsidie. Dat is de-minimissteun: tel haar mee. U kunt nu nog {2} krijgen, min steun van anderen.",
                    Woorden.Dag(steun.Vanaf),
                    Weergave.Bedrag(steun.Meegeteld),
                    Weergave.Bedrag(steun.Beschikbaar)
                ],
                Woorden.Artikel(steun.Artikel),
                vertaald: true
            );
        }
    }

    private IEnumerable<(string Pad, string KvkNummer)> Partijen() =>
        Enumerable
            .Range(0, Invulling.Rijen(Taken.Partijen))
            .Select(rij => Pad.Rij(Taken.Partijen, rij))
            .Select(pad => (pad, Invulling[Pad.Bij(pad, Nummer)]));

    /// <summary>Who applies for a partnership is its hoofdaanvrager (2.21).</summary>
    protected override async Task BijEersteRij(CancellationToken ct)
    {
        if (Taak.Code != Taken.Partijen)
        {
            return;
        }
        var eerste = Pad.Rij(Taken.Partijen, 0);
        Invulling.Zet(Pad.Bij(eerste, Nummer), Persoon?.KvkNummer ?? "");
        Invulling.Zet(Pad.Bij(eerste, "rol"), "hoofdaanvrager");
        if (await register.Lees(Persoon?.KvkNummer, ct) is { } eigen)
        {
            var hulp = new Registerhulp(eigen, Formulier, Invulling, eerste, Woorden);
            hulp.Vul();
            hulp.Merk();
        }
    }

    private async Task<IActionResult?> Laad(string zaaknummer, string code, CancellationToken ct)
    {
        if (Taken.Zoek(code) is not { } taak)
        {
            return NotFound();
        }
        if (await concepten.Lees(zaaknummer, ct) is not { } concept)
        {
            return Redirect($"/aanvragen/{zaaknummer}/ontvangst");
        }
        if (concept.Deel(taak) is not { } formulier)
        {
            return NotFound();
        }
        (Concept, Taak, Formulier) = (concept, taak, formulier);
        return null;
    }
}
