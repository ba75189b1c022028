using Microsoft.AspNetCore.Http;
using SlimRegeling.Web.Api.Verlening;

namespace SlimRegeling.Web.Project;

/// <summary>Reads of an award what is not there before it, without calling that a mistake. Whose the case is, the caller asks elsewhere.</summary>
internal static class Verleningslezing
{
    /// <summary>Null while there is no award, or its letter was not sent.</summary>
    public static async Task<T?> LeesOfNiets<T>(this VerleningApi api, string pad, CancellationToken ct)
        where T : class
    {
        try
        {
            return (await api.Lees<T>(pad, ct)).Inhoud;
        }
        catch (Api.Aanvragen.ApiException e) when (e.StatusCode == StatusCodes.Status404NotFound)
        {
            return null;
        }
    }
}
